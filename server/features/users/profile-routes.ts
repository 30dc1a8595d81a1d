import { Router, type Request, type Response } from 'express';
import { limits } from '../../../contract/limits.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { OfficeAccess } from '../access/access.ts';
import { enterOwn } from '../access/enter.ts';
import { apiTokens } from './api-tokens.ts';
import { changePassword } from './change-password.ts';
import { localeChoices, tokenDayChoices } from './choices.ts';
import { createApiToken } from './create-api-token.ts';
import { findSelf } from './find-user.ts';
import { ApiTokenInput, ChangePasswordInput, ProfileInput } from './input.ts';
import { signedInAs } from './passport.ts';
import { presentTokens } from './present.ts';
import { readerOf } from './present-reader.ts';
import { revokeApiToken } from './revoke-api-token.ts';
import { signIn } from './sign-in.ts';
import { unsaid } from './sign-in-routes.ts';
import { updateProfile } from './update-profile.ts';
import { views } from './views.ts';

/** What somebody can change about themselves. */
export function profileRoutes(): Router {
  const router = Router();
  router.use(paths.profile, useLayout('desk'));
  router.get(paths.profile, showProfile);
  router.post(paths.profile, saveProfile);
  router.post(paths.changePassword, savePassword);
  router.post(paths.apiTokens, createToken);
  router.post(paths.apiToken(':token'), revokeToken);
  return router;
}

async function showProfile(req: Request, res: Response): Promise<void> {
  await profile(enterOwn(req), res);
}

async function saveProfile(req: Request, res: Response): Promise<void> {
  const access = enterOwn(req);
  await submit(req, res, ProfileInput, {
    act: async (input) => {
      await updateProfile(access, input);
      flash(req, 'good', translate(input.locale, 'users.profile.saved'));
      // The language chosen on this device must not outlive the choice made here.
      res.redirect(303, `${paths.profile}?lang=${input.locale}`);
    },
    again: (form) => profile(access, res, { about: form }),
  });
}

async function savePassword(req: Request, res: Response): Promise<void> {
  const access = enterOwn(req);
  await submit(req, res, ChangePasswordInput, {
    act: async (input) => {
      const user = await changePassword(access, input);
      await signIn(req, signedInAs(user));
      flash(req, 'good', translate(localeOf(res), 'users.password.changed'));
      res.redirect(303, paths.profile);
    },
    again: (form) => profile(access, res, { secret: form }),
  });
}

async function createToken(req: Request, res: Response): Promise<void> {
  const access = enterOwn(req);
  await submit(req, res, ApiTokenInput, {
    act: async (input) => {
      const created = await createApiToken(access, input);
      res.status(201).setHeader('Cache-Control', 'no-store');
      await profile(access, res, { created });
    },
    again: (form) => profile(access, res, { token: form }),
  });
}

async function revokeToken(req: Request<{ token: string }>, res: Response): Promise<void> {
  const access = enterOwn(req);
  await revokeApiToken(access, req.params.token);
  flash(req, 'good', translate(localeOf(res), 'users.tokens.revoked'));
  res.redirect(303, paths.profile);
}

interface Forms {
  about?: FormState;
  secret?: FormState;
  token?: FormState;
  /** A token made just now, shown this once. */
  created?: string;
}

async function profile(access: OfficeAccess, res: Response, forms: Forms = {}): Promise<void> {
  const locale = localeOf(res);
  const self = await findSelf(access);
  const secret = formFields({ current: '', password: '' }, forms.secret ?? null);
  page(
    res,
    views,
    'users/profile',
    {
      email: self.email,
      role: translate(locale, `states.office-role.${self.role}`),
      docs: paths.apiGuide,
      errors: errorSummary(forms.about ?? forms.secret ?? forms.token ?? null),
      actions: { profile: paths.profile, password: paths.changePassword, tokens: paths.apiTokens },
      about: formFields({ name: self.name, locale: self.locale }, forms.about ?? null),
      locales: localeChoices(locale),
      secret: { current: unsaid(secret.current), password: unsaid(secret.password) },
      passwordLength: limits.passwordShortest,
      created: forms.created ?? '',
      token: formFields({ label: '', days: '90' }, forms.token ?? null),
      days: tokenDayChoices(locale),
      tokens: presentTokens(readerOf(res, access), await apiTokens(access)),
    },
    { title: translate(locale, 'users.profile.title') },
  );
}
