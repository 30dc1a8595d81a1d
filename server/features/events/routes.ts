import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { fragment, page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, officeCan } from '../access/access.ts';
import { enter, enterOffice, enterOwn } from '../access/enter.ts';
import type { ConcernCards } from './concern-cards.ts';
import type { Attention } from './attention.ts';
import { changeState } from './change-state.ts';
import { createEvent } from './create-event.ts';
import { CreateEventInput, EventListQuery, OverviewPart, StateInput } from './input.ts';
import { myEvents } from './my-events.ts';
import { eventOverview, overviewParts } from './overview.ts';
import { indexModel } from './present.ts';
import { newModel } from './present-new.ts';
import { attentionModel } from './present-overview.ts';
import { boardPart, missingSteps, readyPart, showModel, statsPart } from './present-show.ts';
import { views } from './views.ts';

/** `concerns`: what other features know of that waits for somebody. */
export function routes(concerns: ConcernCards): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.events, desk, listEvents);
  router.get(paths.newEvent, desk, askForEvent);
  router.post(paths.events, desk, addEvent);
  router.get(paths.event(anEvent), desk, (req, res) => showEvent(req, res, concerns));
  router.post(paths.eventState(anEvent), desk, (req, res) => moveEvent(req, res, concerns));
  return router;
}

async function listEvents(req: Request, res: Response): Promise<void> {
  const access = enterOwn(req);
  const query = parse(EventListQuery, req.query);
  const found = await myEvents(access, query);
  const canCreate = officeCan(access, 'events.create');
  const title = translate(localeOf(res), 'events.title');
  page(res, views, 'events/index', indexModel(localeOf(res), { query, found, canCreate }), { title });
}

function askForEvent(req: Request, res: Response): void {
  enterOffice(req, 'events.create');
  showNew(res, null);
}

async function addEvent(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'events.create');
  await submit(req, res, CreateEventInput, {
    act: async (input) => {
      const event = await createEvent(access, input, { timeZone: siteOf(req).timeZone });
      flash(req, 'good', translate(localeOf(res), 'events.created'));
      res.redirect(303, paths.event(event));
    },
    again: (form) => showNew(res, form),
  });
}

function showNew(res: Response, form: FormState | null): void {
  const title = translate(localeOf(res), 'events.new.title');
  page(res, views, 'events/new', newModel(localeOf(res), form), { title });
}

async function showEvent(req: Request, res: Response, concerns: ConcernCards): Promise<void> {
  const access = await enter(req, 'events.view');
  const part = OverviewPart.safeParse(req.query['part']);
  if (part.success) return showPart(req, res, { access, part: part.data, concerns });
  const overview = await eventOverview(access, circumstances(req));
  const model = {
    ...showModel(localeOf(res), access, overview),
    ...(await waitingModel(res, access, { waiting: overview.waiting, concerns })),
  };
  page(res, views, 'events/show', model, { title: model.title });
}

async function showPart(
  req: Request,
  res: Response,
  { access, part, concerns }: { access: Access; part: OverviewPart; concerns: ConcernCards },
): Promise<void> {
  const locale = localeOf(res);
  switch (part) {
    case 'stats':
      return fragment(
        res,
        views,
        'events/_stats',
        statsPart(locale, access, await overviewParts.stats(access)),
      );
    case 'ready': {
      const ready = await overviewParts.ready(access, circumstances(req));
      return fragment(res, views, 'events/_ready', readyPart(locale, access, ready));
    }
    case 'attention': {
      const waiting = await overviewParts.attention(access, circumstances(req));
      const model = await waitingModel(res, access, { waiting, concerns });
      return fragment(res, views, 'events/_attention', model);
    }
    case 'board':
      return fragment(
        res,
        views,
        'events/_board',
        boardPart(locale, access, await overviewParts.board(access)),
      );
  }
}

/** What the attention list names one by one is not told a second time as a number of our own. */
const toldByConcerns = new Set<Attention['kind']>(['mail-failed', 'substitutes']);

async function waitingModel(
  res: Response,
  access: Access,
  { waiting, concerns }: { waiting: readonly Attention[]; concerns: ConcernCards },
) {
  const locale = localeOf(res);
  const own = waiting.filter(({ kind }) => !toldByConcerns.has(kind));
  const cards = await concerns(access, { locale, now: now() });
  return { attention: [...cards, ...attentionModel(locale, access.event, own).attention] };
}

function circumstances(req: Request): { sendsMail: boolean; now: Date } {
  return { sendsMail: siteOf(req).sendsMail, now: now() };
}

async function moveEvent(req: Request, res: Response, concerns: ConcernCards): Promise<void> {
  const access = await enter(req, 'events.change-state');
  const { to } = parse(StateInput, req.body);
  const missing = await refusedAsMissing(() => changeState(access, to));
  if (missing) return showMissing(req, res, { access, missing, concerns });
  const state = translate(localeOf(res), `events.state.${to}`);
  flash(req, 'good', translate(localeOf(res), 'events.moved', { state }));
  res.redirect(303, paths.event(access.event));
}

async function showMissing(
  req: Request,
  res: Response,
  { access, missing, concerns }: { access: Access; missing: Invalid; concerns: ConcernCards },
): Promise<void> {
  const overview = await eventOverview(access, circumstances(req));
  const problems = missingSteps(localeOf(res), access, missing.fields);
  const model = {
    ...showModel(localeOf(res), access, overview, problems),
    ...(await waitingModel(res, access, { waiting: overview.waiting, concerns })),
  };
  page(res, views, 'events/show', model, { title: model.title, status: missing.status });
}

async function refusedAsMissing(act: () => Promise<void>): Promise<Invalid | null> {
  return act().then(
    () => null,
    (error: unknown) => {
      if (error instanceof Invalid) return error;
      throw error;
    },
  );
}
