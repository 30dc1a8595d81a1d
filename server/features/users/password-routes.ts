import { Router, type Request, type Response } from 'express';
import { limits } from '../../../contract/limits.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { limitUnknown, addressOf } from '../../platform/http/rate-limit.ts';
import { flash } from '../../platform/http/reply.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localeChoices } from './choices.ts';
import { createFirstAdministrator, demandFirstRun } from './first-run.ts';
import { FirstRunInput, ForgotPasswordInput, ResetPasswordInput } from './input.ts';
import { signedInAs } from './passport.ts';
import { RESET_MINUTES } from './password-link.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { findByResetToken, resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { unsaid } from './sign-in-routes.ts';
import { views } from './views.ts';

type ByToken = Request<{ token: string }>;

/** The ways to a password: the first account, and a link by mail. */
export function passwordRoutes(): Router {
  const router = Router();
  const personal = [paths.firstRun(':token'), paths.resetPassword(':token')];
  router.use([...personal, paths.forgotPassword], useLayout('bare'));
  router.use(personal, personalPage);
  router.get(paths.firstRun(':token'), askForFirstUser);
  router.post(paths.firstRun(':token'), createFirstUser);
  router.get(paths.forgotPassword, (_req, res) => showForgot(res));
  router.post(paths.forgotPassword, createReset);
  router.get(paths.resetPassword(':token'), askForPassword);
  router.post(paths.resetPassword(':token'), updatePassword);
  return router;
}

async function askForFirstUser(req: ByToken, res: Response): Promise<void> {
  await limitUnknown(req, demandFirstRun(req.params.token));
  showFirstRun(req, res);
}

async function createFirstUser(req: ByToken, res: Response): Promise<void> {
  await submit(req, res, FirstRunInput, {
    act: async (input) => {
      const user = await createFirstAdministrator(req.params.token, input);
      await signIn(req, signedInAs(user));
      flash(req, 'good', translate(user.locale, 'users.first-run.done'));
      res.redirect(303, `${paths.home}?lang=${user.locale}`);
    },
    again: (form) => showFirstRun(req, res, form),
  });
}

function showFirstRun(req: ByToken, res: Response, form: FormState | null = null): void {
  const fields = formFields({ name: '', email: '', password: '', locale: localeOf(res) }, form);
  page(
    res,
    views,
    'users/first-run',
    {
      action: paths.firstRun(req.params.token),
      errors: errorSummary(form),
      fields: { ...fields, password: unsaid(fields.password) },
      locales: localeChoices(localeOf(res)),
      passwordLength: limits.passwordShortest,
    },
    { title: translate(localeOf(res), 'users.first-run.title') },
  );
}

async function createReset(req: Request, res: Response): Promise<void> {
  await submit(req, res, ForgotPasswordInput, {
    act: async ({ email }) => {
      await requestPasswordReset(email, { address: addressOf(req), from: siteOf(req).mailFrom });
      const title = translate(localeOf(res), 'users.forgot.sent-title');
      page(res, views, 'users/forgot-sent', { minutes: RESET_MINUTES, signIn: paths.signIn }, { title });
    },
    again: (form) => showForgot(res, form),
  });
}

function showForgot(res: Response, form: FormState | null = null): void {
  const fields = formFields({ email: '' }, form);
  const model = { action: paths.forgotPassword, signIn: paths.signIn, errors: errorSummary(form), fields };
  page(res, views, 'users/forgot', model, { title: translate(localeOf(res), 'users.forgot.title') });
}

async function askForPassword(req: ByToken, res: Response): Promise<void> {
  await showReset(req, res);
}

async function updatePassword(req: ByToken, res: Response): Promise<void> {
  await submit(req, res, ResetPasswordInput, {
    act: async ({ password }) => {
      const user = await limitUnknown(req, resetPassword(req.params.token, password));
      const destination = await signIn(req, signedInAs(user));
      flash(req, 'good', translate(localeOf(res), 'users.reset.done'));
      res.redirect(303, destination);
    },
    again: (form) => showReset(req, res, form),
  });
}

async function showReset(req: ByToken, res: Response, form: FormState | null = null): Promise<void> {
  const { email } = await limitUnknown(req, findByResetToken(req.params.token));
  page(
    res,
    views,
    'users/reset',
    {
      action: paths.resetPassword(req.params.token),
      email,
      errors: errorSummary(form),
      fields: { password: unsaid(formFields({ password: '' }, form).password) },
      passwordLength: limits.passwordShortest,
    },
    { title: translate(localeOf(res), 'users.reset.title') },
  );
}
