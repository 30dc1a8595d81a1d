import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { done } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { ceremony } from './ceremony.ts';
import { consoleFacts } from './console-facts.ts';
import { cueItem } from './cue-item.ts';
import { CueInput, TickInput } from './input.ts';
import { hallLine } from './hall-line.ts';
import { lectern } from './lectern.ts';
import { hallModel } from './present-hall.ts';
import { nowModel } from './present-now.ts';
import { ceremonyModel, introductionsModel } from './present-people.ts';
import { tickIntroduction } from './tick-introduction.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  router.get(paths.console(anEvent), useLayout('console'), showConsole);
  router.get(paths.stageNow(anEvent), showNow);
  router.get(paths.stageHall(anEvent), showHall);
  router.get(paths.introductions(anEvent), showIntroductions);
  router.get(paths.consoleAwards(anEvent), showCeremony);
  router.post(paths.cue(anEvent), cue);
  router.post(paths.tick(anEvent), tick);
  return router;
}

async function showConsole(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.view');
  const locale = localeOf(res);
  const showsAwards = req.query['tab'] === 'awards' && can(access, 'awards.view');
  const [facts, hall, people, awards] = await Promise.all([
    consoleFacts(access),
    hallLine(access),
    peopleModel(access, res),
    can(access, 'awards.view') ? awardsModel(access, res) : null,
  ]);
  const base = paths.console(access.event);
  const introduce = {
    href: base,
    label: translate(locale, 'stage.tab.introduce'),
    count: String(people.present),
  };
  const ceremonyTab = { href: `${base}?tab=awards`, label: translate(locale, 'stage.tab.awards') };
  page(
    res,
    views,
    'stage/console',
    {
      tabs: [
        { ...introduce, current: !showsAwards },
        ...(awards ? [{ ...ceremonyTab, count: String(awards.awards.length), current: showsAwards }] : []),
      ],
      hall: hallModel(access.event, hall, locale),
      nowPart: nowModel(facts, locale, can(access, 'stage.run')),
      introductions: showsAwards ? null : people,
      awards: showsAwards ? awards : null,
    },
    { title: translate(locale, 'stage.title') },
  );
}

async function showNow(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.view');
  fragment(
    res,
    views,
    'stage/_now',
    nowModel(await consoleFacts(access), localeOf(res), can(access, 'stage.run')),
  );
}

async function showHall(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.view');
  fragment(res, views, 'stage/_hall', hallModel(access.event, await hallLine(access), localeOf(res)));
}

async function showIntroductions(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.view');
  fragment(res, views, 'stage/_introductions', await peopleModel(access, res));
}

async function showCeremony(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'awards.view');
  fragment(res, views, 'stage/_ceremony', await awardsModel(access, res));
}

async function cue(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.run');
  const stage = await cueItem(access, parse(CueInput, req.body));
  done(req, res, paths.console(access.event), { rev: stage.rev, running: stage.running });
}

async function tick(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'stage.run');
  await tickIntroduction(access, parse(TickInput, req.body));
  done(req, res, paths.console(access.event));
}

async function peopleModel(access: Access, res: Response) {
  const to = { locale: localeOf(res), canRun: can(access, 'stage.run') };
  return introductionsModel(access.event, await lectern(access), to);
}

async function awardsModel(access: Access, res: Response) {
  const to = { locale: localeOf(res), canAnnounce: can(access, 'awards.announce') };
  return ceremonyModel(access.event, await ceremony(access), to);
}
