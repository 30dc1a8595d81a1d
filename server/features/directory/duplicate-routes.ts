import { type Request, type Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { OfficeAccess } from '../access/access.ts';
import { enterOffice } from '../access/enter.ts';
import { duplicateContacts } from './duplicate-contacts.ts';
import { MergeInput, MergeQuery } from './input.ts';
import { loadContact } from './load-contact.ts';
import { mergeContacts } from './merge-contacts.ts';
import { displayName } from './person-name.ts';
import { duplicatesModel, mergeModel } from './present-duplicates.ts';
import { views } from './views.ts';

type OneContact = Request<{ contact: string }>;
const MOST = 100;

/** Contacts who are probably one person, and the page on which two become one. */
export function duplicateRoutes(): Router {
  const router = Router();
  router.get(paths.duplicateContacts, showDuplicates);
  router.get(paths.mergeContacts(':contact'), showMerge);
  router.post(paths.mergeContacts(':contact'), merge);
  return router;
}

async function showDuplicates(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  const locale = localeOf(res);
  const model = duplicatesModel(await duplicateContacts(access, MOST), locale);
  page(res, views, 'directory/duplicates', model, { title: translate(locale, 'directory.duplicates') });
}

async function showMerge(req: OneContact, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  await mergePage(access, res, {
    keep: req.params.contact,
    other: parse(MergeQuery, req.query).other,
    form: null,
  });
}

async function merge(req: OneContact, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  const keep = req.params.contact;
  await submit(req, res, MergeInput, {
    act: async (input) => {
      const { name } = await mergeContacts(access, keep, input);
      const locale = localeOf(res);
      flash(req, 'good', translate(locale, 'directory.merge.done', { name: displayName(name, locale) }));
      res.redirect(303, paths.contact(keep));
    },
    again: (form) => mergePage(access, res, { keep, other: parse(MergeQuery, form.values).other, form }),
  });
}

async function mergePage(
  access: OfficeAccess,
  res: Response,
  { keep, other, form }: { keep: string; other: string; form: FormState | null },
): Promise<void> {
  const [kept, gone] = await Promise.all([loadContact(access, keep), loadContact(access, other)]);
  const locale = localeOf(res);
  const model = mergeModel({ kept, gone, form, locale });
  page(res, views, 'directory/merge', model, { title: translate(locale, 'directory.merge') });
}
