import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import { anEvent, paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { CategoriesInput, EditEventInput, SessionsInput } from './input.ts';
import { editModel } from './present-edit.ts';
import { categoriesModel, sessionsModel } from './present-rows.ts';
import { saveCategories } from './save-categories.ts';
import { saveSessions } from './save-sessions.ts';
import { updateEvent } from './update-event.ts';
import { views } from './views.ts';

/** The pages on which an event's own data is edited: details, sessions, categories. */
export function editRoutes(): Router {
  const router = Router();
  const desk = useLayout('desk');
  router.get(paths.editEvent(anEvent), desk, editEvent);
  router.post(paths.editEvent(anEvent), desk, saveEvent);
  router.get(paths.eventSessions(anEvent), desk, editSessions);
  router.post(paths.eventSessions(anEvent), desk, keepSessions);
  router.get(paths.eventCategories(anEvent), desk, editCategories);
  router.post(paths.eventCategories(anEvent), desk, keepCategories);
  return router;
}

async function editEvent(req: Request, res: Response): Promise<void> {
  showEdit(res, await enter(req, 'events.edit'), null);
}

async function saveEvent(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.edit');
  await submit(req, res, EditEventInput, {
    act: async (input) => {
      await updateEvent(access, input);
      flash(req, 'good', translate(localeOf(res), 'events.saved'));
      res.redirect(303, paths.event(access.event));
    },
    again: async (form) => showEdit(res, await enter(req, 'events.edit'), form),
  });
}

function showEdit(res: Response, { event }: Access, form: FormState | null): void {
  const title = translate(localeOf(res), 'events.edit.title');
  page(res, views, 'events/edit', editModel(localeOf(res), event, form, now()), { title });
}

async function editSessions(req: Request, res: Response): Promise<void> {
  showSessions(res, await enter(req, 'events.edit'), null);
}

async function keepSessions(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.edit');
  await submit(req, res, SessionsInput, {
    act: async (input) => {
      await saveSessions(access, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.eventSessions(access.event));
    },
    again: async (form) => showSessions(res, await enter(req, 'events.edit'), form),
  });
}

function showSessions(res: Response, { event }: Access, form: FormState | null): void {
  const title = `${translate(localeOf(res), 'events.edit.sessions')} · ${inLocale(event.title, localeOf(res))}`;
  page(res, views, 'events/sessions', sessionsModel(localeOf(res), event, form), { title });
}

async function editCategories(req: Request, res: Response): Promise<void> {
  showCategories(res, await enter(req, 'events.edit'), null);
}

async function keepCategories(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'events.edit');
  await submit(req, res, CategoriesInput, {
    act: async (input) => {
      await saveCategories(access, input);
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.eventCategories(access.event));
    },
    again: async (form) => showCategories(res, await enter(req, 'events.edit'), form),
  });
}

function showCategories(res: Response, { event }: Access, form: FormState | null): void {
  const title = `${translate(localeOf(res), 'events.edit.categories')} · ${inLocale(event.title, localeOf(res))}`;
  page(res, views, 'events/categories', categoriesModel(localeOf(res), event, form), { title });
}
