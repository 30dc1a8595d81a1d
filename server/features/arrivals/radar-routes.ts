import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { done, flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { addEscort, changeEscortLink, escorts, escortToken } from './escorts.ts';
import {
  EscortInput,
  EscortStepInput,
  GiveEscortInput,
  StatusInput,
  TakeBackInput,
  WatchFirstInput,
  WatchInput,
} from './input.ts';
import { radarPageModel } from './present-radar-page.ts';
import { radar } from './radar.ts';
import { reportStatus, takeStatusBack } from './report-status.ts';
import { views } from './views.ts';
import { giveEscort, stopWatching, watchFirst, watchGuest } from './watch-guests.ts';

type OneGuest = Request<{ event: string; guest: string }>;

/** Whose arrival is watched, and who accompanies them. */
export function radarRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.radar(anEvent), desk, showRadar);
  router.post(paths.watchGuest(anEvent), desk, watch);
  router.post(paths.watchFirst(anEvent), desk, watchMany);
  router.post(paths.stopWatching(anEvent, ':guest'), stop);
  router.post(paths.giveEscort(anEvent, ':guest'), give);
  router.post(paths.radarStatus(anEvent, ':guest'), report);
  router.post(paths.radarBack(anEvent, ':guest'), takeBack);
  router.post(paths.escorts(anEvent), desk, createEscort);
  router.post(paths.escort(anEvent, ':escort'), changeLink);
  return router;
}

async function showRadar(req: Request, res: Response): Promise<void> {
  await radarPage(await enter(req, 'guests.view'), req, res);
}

async function watch(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await watchGuest(access, parse(WatchInput, req.body).guest);
  flash(req, 'good', translate(localeOf(res), 'arrivals.watched'));
  done(req, res, paths.radar(access.event));
}

async function watchMany(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await submit(req, res, WatchFirstInput, {
    act: async ({ count }) => {
      await watchFirst(access, count);
      res.redirect(303, paths.radar(access.event));
    },
    again: (first) => radarPage(access, req, res, { first }),
  });
}

async function stop(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await stopWatching(access, guestIn(req));
  done(req, res, paths.radar(access.event));
}

async function give(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  const { escort } = parse(GiveEscortInput, req.body);
  await giveEscort(access, { guest: guestIn(req), escort });
  done(req, res, paths.radar(access.event));
}

async function report(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await reportStatus({ access, escort: null }, { ...parse(StatusInput, req.body), guest: guestIn(req) });
  done(req, res, paths.radar(access.event));
}

async function takeBack(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await takeStatusBack({ access, escort: null }, { ...parse(TakeBackInput, req.body), guest: guestIn(req) });
  done(req, res, paths.radar(access.event));
}

async function createEscort(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  await submit(req, res, EscortInput, {
    act: async (input) => {
      await addEscort(access, { ...input, key: siteOf(req).secret('guest-link') });
      res.redirect(303, paths.radar(access.event));
    },
    again: (adding) => radarPage(access, req, res, { adding }),
  });
}

async function changeLink(req: Request<{ event: string; escort: string }>, res: Response): Promise<void> {
  const access = await enter(req, 'arrivals.watch');
  const { step } = parse(EscortStepInput, req.body);
  const key = siteOf(req).secret('guest-link');
  await changeEscortLink(access, { escort: req.params.escort, step, key });
  const told = step === 'renew' ? 'arrivals.link-renewed' : 'arrivals.link-revoked';
  flash(req, 'good', translate(localeOf(res), told));
  res.redirect(303, paths.radar(access.event));
}

function guestIn({ params }: OneGuest): string {
  return parse(WatchInput, { guest: params.guest }).guest;
}

async function radarPage(
  access: Access,
  req: Request,
  res: Response,
  { first = null, adding = null }: { first?: FormState | null; adding?: FormState | null } = {},
): Promise<void> {
  const locale = localeOf(res);
  const site = siteOf(req);
  const key = site.secret('guest-link');
  const watched = await radar(access);
  const known = can(access, 'arrivals.watch') ? await escorts(access) : [];
  const linkOf = (escort: (typeof known)[number]): string =>
    site.url + paths.escortLink(escortToken(key, escort));
  const model = radarPageModel({ watched, escorts: known, linkOf, first, adding }, { access, locale });
  page(res, views, 'arrivals/radar', model, { title: translate(locale, 'arrivals.radar') });
}
