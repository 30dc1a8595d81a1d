import { type Request, type Response, Router } from 'express';
import { anEvent, paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { enter } from '../access/enter.ts';
import { displayName } from '../directory/person-name.ts';
import { addFromDirectory } from './add-from-directory.ts';
import { addGuest } from './add-guest.ts';
import { backTo } from './back-to.ts';
import { contactChoices } from './contact-choices.ts';
import { editGuest } from './edit-guest.ts';
import { DirectoryQuery, EditGuestInput, FromDirectoryInput, NewGuestInput } from './input.ts';
import { loadGuest } from './load-guest.ts';
import { newId } from '../../platform/new-id.ts';
import { organisationChoices } from './organisation-choices.ts';
import { directoryModel } from './present-choices.ts';
import { formModel } from './present-form.ts';
import { views } from './views.ts';

type OneGuest = Request<{ event: string; guest: string }>;

/** The pages on which guests are typed in, edited, and taken from the directory. */
export function formRoutes(): Router {
  const router = Router();
  router.get(paths.newGuest(anEvent), newGuestPage);
  router.post(paths.guests(anEvent), createGuest);
  router.get(paths.guestsFromDirectory(anEvent), showDirectory);
  router.post(paths.guestsFromDirectory(anEvent), addChosen);
  router.get(paths.editGuest(anEvent, ':guest'), editPage);
  router.post(paths.editGuest(anEvent, ':guest'), saveGuest);
  return router;
}

async function newGuestPage(req: Request, res: Response): Promise<void> {
  await showNew(await enter(req, 'guests.edit'), res, null);
}

async function createGuest(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  await submit(req, res, NewGuestInput, {
    act: async (input) => {
      const { name } = await addGuest(access, input);
      const locale = localeOf(res);
      flash(req, 'good', translate(locale, 'guests.added', { name: displayName(name, locale) }));
      res.redirect(303, paths.guests(access.event));
    },
    again: (form) => showNew(access, res, form),
  });
}

async function editPage(req: OneGuest, res: Response): Promise<void> {
  await showEdit(await enter(req, 'guests.edit'), req, res);
}

async function saveGuest(req: OneGuest, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const { guest } = req.params;
  await submit(req, res, EditGuestInput, {
    act: async (input) => {
      const { email } = await loadGuest(access, guest);
      const { name, invitation, ...saved } = await editGuest(access, guest, input);
      const locale = localeOf(res);
      const isRevoked = saved.email !== email && invitation?.linkHash === '' && invitation.linkRevision > 1;
      const told = isRevoked ? 'secretaries.link.revoked' : 'guests.saved';
      flash(req, 'good', translate(locale, told, { name: displayName(name, locale) }));
      const back = backTo(access.event, req.query['from'], guest);
      res.redirect(303, isRevoked ? paths.recordAnswer(access.event, guest) : back);
    },
    again: (form) => showEdit(access, req, res, form),
  });
}

async function showDirectory(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  const query = parse(DirectoryQuery, req.query);
  const locale = localeOf(res);
  const found = await contactChoices(access, query);
  const title = translate(locale, 'guests.directory.title');
  page(res, views, 'guests/from-directory', directoryModel(access, query, { page: found, locale }), {
    title,
  });
}

async function addChosen(req: Request, res: Response): Promise<void> {
  const access = await enter(req, 'guests.edit');
  await submit(req, res, FromDirectoryInput, {
    act: async (input) => {
      const { added, skipped } = await addFromDirectory(access, input);
      const done = translate(localeOf(res), 'guests.directory.done', { added, skipped });
      flash(req, added > 0 ? 'good' : 'note', done);
      res.redirect(303, paths.guests(access.event));
    },
    again: ({ errors }) => {
      flash(req, 'bad', Object.values(errors).join(' '));
      res.redirect(303, paths.guestsFromDirectory(access.event));
    },
  });
}

async function showNew(access: Access, res: Response, form: FormState | null): Promise<void> {
  const { event } = access;
  const model = formModel({
    event,
    form,
    guest: null,
    locale: localeOf(res),
    id: newId(),
    organisations: await organisationChoices(null),
    action: paths.guests(event),
    back: paths.guests(event),
  });
  page(res, views, 'guests/form', model, { title: model.title });
}

async function showEdit(
  access: Access,
  req: OneGuest,
  res: Response,
  form: FormState | null = null,
): Promise<void> {
  const { event } = access;
  const guest = await loadGuest(access, req.params.guest);
  const { search } = new URL(req.originalUrl, 'http://localhost');
  const model = formModel({
    event,
    form,
    guest,
    locale: localeOf(res),
    id: '',
    organisations: await organisationChoices(guest.organisation),
    action: paths.editGuest(event, guest) + search,
    back: backTo(event, req.query['from'], String(guest._id)),
  });
  page(res, views, 'guests/form', model, { title: model.title });
}
