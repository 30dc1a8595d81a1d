import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
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
import { changeState } from './change-state.ts';
import { createEvent } from './create-event.ts';
import { CreateEventInput, EventListQuery, StateInput } from './input.ts';
import { myEvents } from './my-events.ts';
import { eventOverview } from './overview.ts';
import { indexModel } from './present.ts';
import { newModel } from './present-new.ts';
import { missingSteps, showModel } from './present-show.ts';
import { views } from './views.ts';

export function routes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get('/events', desk, listEvents);
  router.get('/events/new', desk, askForEvent);
  router.post('/events', desk, addEvent);
  router.get('/events/:event', desk, showEvent);
  router.post('/events/:event/state', desk, moveEvent);
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

async function showEvent(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.view');
  const overview = await eventOverview(access, { sendsMail: siteOf(req).sendsMail, now: now() });
  const model = showModel(localeOf(res), access, overview);
  switch (req.query['part']) {
    case 'stats':
      return fragment(res, views, 'events/_stats', model);
    case 'ready':
      return fragment(res, views, 'events/_ready', model);
    case 'attention':
      return fragment(res, views, 'events/_attention', model);
    case 'board':
      return fragment(res, views, 'events/_board', model);
    default:
      page(res, views, 'events/show', model, { title: model.title });
  }
}

async function moveEvent(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.change-state');
  const { to } = parse(StateInput, req.body);
  const missing = await refusedAsMissing(() => changeState(access, to));
  if (missing) return showMissing(req, res, access, missing);
  const state = translate(localeOf(res), `events.state.${to}`);
  flash(req, 'good', translate(localeOf(res), 'events.moved', { state }));
  res.redirect(303, paths.event(access.event));
}

async function showMissing(req: Request, res: Response, access: Access, missing: Invalid): Promise<void> {
  const overview = await eventOverview(access, { sendsMail: siteOf(req).sendsMail, now: now() });
  const problems = missingSteps(localeOf(res), access, missing.fields);
  const model = showModel(localeOf(res), access, overview, problems);
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
