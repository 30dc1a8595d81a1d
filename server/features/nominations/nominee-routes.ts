import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Nominee } from '../../../models/nomination.ts';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { newId } from '../../platform/new-id.ts';
import { editNominee, nomineeOf, removeNominee } from './edit-nominee.ts';
import type { Naming } from './find-unit.ts';
import { NomineeInput, SubmitInput } from './input.ts';
import { replaceNominee } from './name-nominee.ts';
import { views } from './naming-views.ts';
import { contactOf, headingOf } from './present-naming.ts';
import { personForm } from './present-person.ts';
import { factsFor, lostPage } from './naming-page.ts';
import { unitOf } from './unit-cookie.ts';

type OnePerson = Request<{ nominee: string }>;

/** One person on a unit's list: mended, taken off, or replaced by another. */
export function nomineeRoutes(personal: RequestHandler[]): Router {
  const router = Router();
  router.get(paths.nominee(':nominee'), ...personal, showPerson);
  router.post(paths.nominee(':nominee'), ...personal, mend);
  router.post(paths.removeNominee(':nominee'), ...personal, remove);
  router.get(paths.replaceNominee(':nominee'), ...personal, showReplace);
  router.post(paths.replaceNominee(':nominee'), ...personal, replace);
  return router;
}

async function showPerson(req: OnePerson, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  editPage(req, res, naming, null);
}

async function mend(req: OnePerson, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  await submit(req, res, NomineeInput, {
    act: async (input) => {
      const { nominee } = req.params;
      await editNominee(naming.access, String(naming.nomination._id), { nominee, input });
      flash(req, 'good', translate(localeOf(res), 'common.saved'));
      res.redirect(303, paths.naming);
    },
    again: (form) => editPage(req, res, naming, form),
  });
}

async function remove(req: OnePerson, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  const { access, nomination } = naming;
  await submit(req, res, SubmitInput, {
    act: async () => {
      await removeNominee(access, String(nomination._id), req.params.nominee);
      flash(req, 'good', translate(localeOf(res), 'nominations.person.removed'));
      res.redirect(303, paths.naming);
    },
    again: (form) => {
      flash(req, 'bad', form.refused);
      res.redirect(303, paths.naming);
    },
  });
}

async function showReplace(req: OnePerson, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  replacePage(req, res, naming, null);
}

async function replace(req: OnePerson, res: Response): Promise<void> {
  const naming = await unitOf(req);
  if (!naming) return lostPage(res);
  await submit(req, res, NomineeInput, {
    act: async (input) => {
      const replaced = req.params.nominee;
      await replaceNominee(naming.access, String(naming.nomination._id), { replaced, input });
      flash(req, 'good', translate(localeOf(res), 'nominations.person.replacement-asked'));
      res.redirect(303, paths.naming);
    },
    again: (form) => replacePage(req, res, naming, form),
  });
}

function editPage(req: OnePerson, res: Response, naming: Naming, form: FormState | null): void {
  const nominee = nomineeOf(naming.nomination, req.params.nominee);
  showForm(req, res, { naming, form, nominee, isReplacement: false });
}

function replacePage(req: OnePerson, res: Response, naming: Naming, form: FormState | null): void {
  const nominee = nomineeOf(naming.nomination, req.params.nominee);
  showForm(req, res, { naming, form, nominee, isReplacement: true });
}

interface Shown {
  naming: Naming;
  form: FormState | null;
  nominee: Nominee;
  isReplacement: boolean;
}

function showForm(req: Request, res: Response, { naming, form, nominee, isReplacement }: Shown): void {
  const facts = factsFor(req, res, naming);
  const { locale } = facts;
  const name = displayName(nominee.name, locale);
  const key = isReplacement ? 'replace' : 'edit';
  const title = translate(locale, `nominations.person.${key}-title`, { name });
  const model = {
    heading: headingOf(facts),
    title,
    lead: isReplacement ? translate(locale, 'nominations.person.replace-lead', { name }) : '',
    back: paths.naming,
    contact: form?.refused ? contactOf(facts) : null,
    form: personForm(locale, {
      form,
      nominee: isReplacement ? null : nominee,
      id: isReplacement ? newId() : nominee.id,
      action: isReplacement ? paths.replaceNominee(nominee.id) : paths.nominee(nominee.id),
      button: translate(locale, isReplacement ? 'nominations.person.ask-replacement' : 'common.save-changes'),
    }),
  };
  page(res, views, 'nominations/person', model, { title });
}
