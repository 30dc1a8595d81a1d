import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { errorSummary } from '../../platform/http/form-fields.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page, useLayout } from '../../platform/http/page.ts';
import { spendUnknownToken } from '../../platform/http/rate-limit.ts';
import { flash } from '../../platform/http/reply.ts';
import { personalPage } from '../../platform/http/security.ts';
import { siteOf } from '../../platform/http/site.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { newId } from '../../platform/new-id.ts';
import { findUnit, type Naming } from './find-unit.ts';
import { NomineeInput, SubmitInput } from './input.ts';
import { nameNominee } from './name-nominee.ts';
import { factsFor, lostPage } from './naming-page.ts';
import { views } from './naming-views.ts';
import { nomineeRoutes } from './nominee-routes.ts';
import { namingPage, submitPage } from './present-naming.ts';
import { submitList } from './submit-list.ts';
import { rememberUnit, unitOf } from './unit-cookie.ts';

/** The pages of a unit's secretary. The link is the right, and opens this unit's own list and nothing else. */
export function publicRoutes(): Router {
  const router = Router();
  const personal = [personalPage, useLayout('site')];
  router.get(paths.unitLink(':token'), ...personal, openLink);
  router.get(paths.naming, ...personal, showList);
  router.post(paths.nameNominee, ...personal, name);
  router.get(paths.nameNominee, ...personal, leave);
  router.get(paths.submitNominees, ...personal, askToSubmit);
  router.post(paths.submitNominees, ...personal, handIn);
  router.use(nomineeRoutes(personal));
  return router;
}

async function openLink(req: Request, res: Response): Promise<void> {
  const token = String(req.params['token']);
  if (!(await findUnit(token))) {
    await spendUnknownToken(req);
    return lostPage(res);
  }
  rememberUnit(req, res, token);
  res.redirect(303, paths.naming);
}

async function showList(req: Request, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  listPage(req, res, naming, null);
}

async function name(req: Request, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  await submit(req, res, NomineeInput, {
    act: async (input) => {
      await nameNominee(naming.access, String(naming.nomination._id), input);
      flash(req, 'good', translate(localeOf(res), 'nominations.person.added', { name: input.name }));
      res.redirect(303, paths.naming);
    },
    again: (form) => listPage(req, res, naming, form),
  });
}

function leave(_req: Request, res: Response): void {
  res.redirect(303, paths.naming);
}

async function askToSubmit(req: Request, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  if (naming.nomination.submittedAt) return res.redirect(303, paths.naming);
  reviewPage(req, res, naming, null);
}

async function handIn(req: Request, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  await submit(req, res, SubmitInput, {
    act: async () => {
      await submitList(naming.access, String(naming.nomination._id), siteOf(req).mailFrom);
      flash(req, 'good', translate(localeOf(res), 'nominations.submit.done'));
      res.redirect(303, paths.naming);
    },
    again: (form) => reviewPage(req, res, naming, form),
  });
}

function listPage(req: Request, res: Response, naming: Naming, form: FormState | null): void {
  const facts = factsFor(req, res, naming);
  const model = namingPage(facts, { form, newId: newId() });
  page(res, views, 'nominations/naming', model, { title: model.heading.title });
}

function reviewPage(req: Request, res: Response, naming: Naming, form: FormState | null): void {
  const model = submitPage(factsFor(req, res, naming), errorSummary(form));
  page(res, views, 'nominations/submit', model, { title: model.heading.title });
}
