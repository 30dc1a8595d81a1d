import { Router, type Request, type Response } from 'express';
import type { User } from '../../../models/user.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { enterOffice } from '../access/enter.ts';
import { localeChoices, officeRoleChoices } from './choices.ts';
import { findUser } from './find-user.ts';
import { NewUserInput, UserInput } from './input.ts';
import { inviteAgain, type Invited, inviteUser } from './invite-user.ts';
import { WELCOME_DAYS } from './password-link.ts';
import { presentUsers } from './present.ts';
import { readerOf } from './present-reader.ts';
import { activateUser, deactivateUser, updateUser } from './update-user.ts';
import { userList } from './user-list.ts';
import { views } from './views.ts';

type OneUser = Request<{ user: string }>;

/** The administrators' pages about accounts. */
export function routes(): Router {
  const router = Router();
  router.use(paths.users, useLayout('desk'));
  router.get(paths.users, listUsers);
  router.get(paths.newUser, askForUser);
  router.post(paths.users, createUser);
  router.get(paths.user(':user'), showUser);
  router.post(paths.user(':user'), saveUser);
  router.post(paths.deactivateUser(':user'), deactivate);
  router.post(paths.activateUser(':user'), activate);
  router.post(paths.passwordLink(':user'), sendLink);
  return router;
}

async function listUsers(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  const users = presentUsers(readerOf(res, access), await userList(access));
  const title = translate(localeOf(res), 'users.index.title');
  page(res, views, 'users/index', { create: paths.newUser, users }, { title });
}

function askForUser(req: Request, res: Response): void {
  enterOffice(req, 'users.manage');
  showNew(res);
}

async function createUser(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  await submit(req, res, NewUserInput, {
    act: async (input) => {
      const invited = await inviteUser(access, input, siteOf(req).mailFrom);
      res.status(201);
      showLink(req, res, invited);
    },
    again: (form) => showNew(res, form),
  });
}

function showNew(res: Response, form: FormState | null = null): void {
  const locale = localeOf(res);
  page(
    res,
    views,
    'users/new',
    {
      action: paths.users,
      back: paths.users,
      errors: errorSummary(form),
      fields: formFields({ name: '', email: '', role: 'member', locale }, form),
      roles: officeRoleChoices(locale),
      locales: localeChoices(locale),
    },
    { title: translate(locale, 'users.new.title') },
  );
}

async function showUser(req: OneUser, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  const user = await findUser(access, req.params.user);
  showEdit(res, { user, self: access.actor.id });
}

async function saveUser(req: OneUser, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  const user = await findUser(access, req.params.user);
  await submit(req, res, UserInput, {
    act: async (input) => {
      await updateUser(access, user, input);
      flash(req, 'good', translate(localeOf(res), 'users.edit.saved'));
      res.redirect(303, paths.users);
    },
    again: (form) => showEdit(res, { user, self: access.actor.id, form }),
  });
}

function showEdit(res: Response, shown: { user: User; self: string; form?: FormState }): void {
  const { user, self, form = null } = shown;
  const locale = localeOf(res);
  const { name, role } = user;
  page(
    res,
    views,
    'users/edit',
    {
      name,
      email: user.email,
      active: user.active,
      you: String(user._id) === self,
      back: paths.users,
      errors: errorSummary(form),
      actions: {
        save: paths.user(user),
        deactivate: paths.deactivateUser(user),
        activate: paths.activateUser(user),
        link: paths.passwordLink(user),
      },
      fields: formFields({ name, role, locale: user.locale }, form),
      roles: officeRoleChoices(locale),
      locales: localeChoices(locale),
    },
    { title: translate(locale, 'users.edit.title') },
  );
}

async function deactivate(req: OneUser, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  await deactivateUser(access, await findUser(access, req.params.user));
  flash(req, 'good', translate(localeOf(res), 'users.edit.deactivated'));
  res.redirect(303, paths.users);
}

async function activate(req: OneUser, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  await activateUser(access, await findUser(access, req.params.user));
  flash(req, 'good', translate(localeOf(res), 'users.edit.activated'));
  res.redirect(303, paths.user(req.params.user));
}

async function sendLink(req: OneUser, res: Response): Promise<void> {
  const access = enterOffice(req, 'users.manage');
  const user = await findUser(access, req.params.user);
  showLink(req, res, await inviteAgain(access, user, siteOf(req).mailFrom), true);
}

function showLink(
  req: Request,
  res: Response,
  ...[{ user, token }, again = false]: [Invited, again?: boolean]
): void {
  res.setHeader('Cache-Control', 'no-store');
  page(
    res,
    views,
    'users/created',
    {
      name: user.name,
      email: user.email,
      days: WELCOME_DAYS,
      link: `${siteOf(req).url}${paths.resetPassword(token)}`,
      again,
      create: paths.newUser,
      back: paths.users,
    },
    { title: translate(localeOf(res), again ? 'users.link-sent.title' : 'users.created.title') },
  );
}
