import { Router, type Request, type Response } from 'express';
import { paths } from '../../paths.ts';
import { Refused } from '../../platform/errors.ts';
import type { FieldModel } from '../../platform/http/form-fields.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { limitUnknown } from '../../platform/http/rate-limit.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { personalPage } from '../../platform/http/security.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import { rooms } from '../access/rooms.ts';
import { SignInInput } from './input.ts';
import { authenticate, signedInAs } from './passport.ts';
import { signIn, signOut } from './sign-in.ts';
import { findSignInLink, useSignInLink } from './use-sign-in-link.ts';
import { views } from './views.ts';

export function signInRoutes(): Router {
  const router = Router();
  router.use([paths.signIn, paths.signInByLink(':token')], useLayout('bare'));
  router.get(paths.signIn, askToSignIn);
  router.post(paths.signIn, createSession);
  router.get(paths.signInByLink(':token'), personalPage, openLink);
  router.post(paths.signInByLink(':token'), personalPage, createSessionByLink);
  router.post(paths.signOut, endSession);
  return router;
}

function askToSignIn(req: Request, res: Response): void {
  if (req.user) return res.redirect(303, paths.home);
  showSignIn(res);
}

async function createSession(req: Request, res: Response): Promise<void> {
  await submit(req, res, SignInInput, {
    act: async () => {
      const user = await authenticate(req, res);
      if (!user) throw new Refused('users.sign-in.wrong');
      res.redirect(303, await signIn(req, user));
    },
    again: (form) => showSignIn(res, form),
  });
}

function showSignIn(res: Response, form: FormState | null = null): void {
  const fields = formFields({ email: '', password: '' }, form);
  page(
    res,
    views,
    'users/sign-in',
    {
      action: paths.signIn,
      forgot: paths.forgotPassword,
      errors: errorSummary(form),
      fields: { ...fields, password: unsaid(fields.password) },
    },
    { title: translate(localeOf(res), 'users.sign-in.title') },
  );
}

/** A password is never sent back to the page it came from. */
export function unsaid(field: FieldModel): FieldModel {
  return { ...field, value: '' };
}

/** The demo's links may be followed again and again, so they sign in at once; others wait for a click. */
async function openLink(req: Request<{ token: string }>, res: Response): Promise<void> {
  const { link, user } = await limitUnknown(req, findSignInLink(req.params.token));
  if (link.to) req.session.returnTo = link.to;
  if (link.reusable) return res.redirect(303, await signIn(req, signedInAs(user)));
  const title = translate(localeOf(res), 'users.link.title');
  page(
    res,
    views,
    'users/link',
    { action: paths.signInByLink(req.params.token), name: user.name },
    { title },
  );
}

async function createSessionByLink(req: Request<{ token: string }>, res: Response): Promise<void> {
  const user = await limitUnknown(req, useSignInLink(req.params.token));
  res.redirect(303, await signIn(req, signedInAs(user)));
}

async function endSession(req: Request, res: Response): Promise<void> {
  const { user } = req;
  await signOut(req);
  if (user) cutSockets(rooms.user(user.id));
  res.redirect(303, paths.home);
}
