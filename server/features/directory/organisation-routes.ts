import { type Request, type Response, Router } from 'express';
import { inLocale } from '../../../contract/localised.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { type FormState, submit } from '../../platform/http/form.ts';
import { parse } from '../../platform/http/input.ts';
import { localeOf } from '../../platform/http/locale.ts';
import { page } from '../../platform/http/page.ts';
import { flash } from '../../platform/http/reply.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { OfficeAccess } from '../access/access.ts';
import { enterOffice } from '../access/enter.ts';
import { addOrganisation } from './add-organisation.ts';
import { archiveOrganisation } from './archive-organisation.ts';
import { contactCounts } from './contact-counts.ts';
import { contactList } from './contact-list.ts';
import { editOrganisation } from './edit-organisation.ts';
import {
  ContactListQuery,
  EditOrganisationInput,
  NewOrganisationInput,
  OrganisationListQuery,
  StartQuery,
} from './input.ts';
import { loadOrganisation } from './load-organisation.ts';
import { newId } from '../../platform/new-id.ts';
import { allUnits } from './organisation-tree.ts';
import { organisationModel } from './present-organisation.ts';
import { organisationFormModel } from './present-organisation-form.ts';
import { organisationsModel } from './present-organisations.ts';
import { restoreOrganisation } from './restore-organisation.ts';
import { views } from './views.ts';

type OneUnit = Request<{ organisation: string }>;

export function organisationRoutes(): Router {
  const router = Router();
  router.get(paths.organisations, showTree);
  router.post(paths.organisations, createUnit);
  router.get(paths.newOrganisation, newUnit);
  router.get(paths.organisation(':organisation'), showUnit);
  router.get(paths.editOrganisation(':organisation'), showEdit);
  router.post(paths.editOrganisation(':organisation'), saveUnit);
  router.post(paths.archiveOrganisation(':organisation'), archive);
  router.post(paths.restoreOrganisation(':organisation'), restore);
  return router;
}

async function showTree(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.view');
  const query = parse(OrganisationListQuery, req.query);
  const [units, counts] = await Promise.all([allUnits(access), contactCounts(access)]);
  const locale = localeOf(res);
  const model = organisationsModel({ access, query, units, counts, locale });
  page(res, views, 'directory/organisations', model, {
    title: translate(locale, 'directory.organisations'),
  });
}

async function showUnit(req: OneUnit, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.view');
  const unit = await loadOrganisation(access, req.params.organisation);
  const [units, counts, { rows: contacts }] = await Promise.all([
    allUnits(access),
    contactCounts(access),
    contactList(access, parse(ContactListQuery, { organisation: String(unit._id) })),
  ]);
  const model = organisationModel({ access, unit, units, counts, contacts, locale: localeOf(res) });
  page(res, views, 'directory/organisation', model, { title: model.title });
}

async function newUnit(req: Request, res: Response): Promise<void> {
  await showForm(enterOffice(req, 'directory.edit'), res, { id: '', form: null });
}

async function createUnit(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  await submit(req, res, NewOrganisationInput, {
    act: async (input) => {
      const unit = await addOrganisation(access, input);
      answer(req, res, { key: 'directory.organisation.added', unit });
    },
    again: (form) => showForm(access, res, { id: '', form }),
  });
}

async function showEdit(req: OneUnit, res: Response): Promise<void> {
  await showForm(enterOffice(req, 'directory.edit'), res, { id: req.params.organisation, form: null });
}

async function saveUnit(req: OneUnit, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  const id = req.params.organisation;
  await submit(req, res, EditOrganisationInput, {
    act: async (input) => {
      const unit = await editOrganisation(access, id, input);
      answer(req, res, { key: 'directory.organisation.saved', unit });
    },
    again: (form) => showForm(access, res, { id, form }),
  });
}

async function archive(req: OneUnit, res: Response): Promise<void> {
  const unit = await archiveOrganisation(enterOffice(req, 'directory.edit'), req.params.organisation);
  answer(req, res, { key: 'directory.organisation.archived', unit });
}

async function restore(req: OneUnit, res: Response): Promise<void> {
  const unit = await restoreOrganisation(enterOffice(req, 'directory.edit'), req.params.organisation);
  answer(req, res, { key: 'directory.organisation.restored', unit });
}

type Unit = Awaited<ReturnType<typeof loadOrganisation>>;

function answer(req: Request, res: Response, { key, unit }: { key: MessageKey; unit: Unit }): void {
  const locale = localeOf(res);
  const text = translate(locale, key, { name: inLocale(unit.name, locale) });
  flash(req, 'good', text);
  res.redirect(303, paths.organisation(unit));
}

async function showForm(
  access: OfficeAccess,
  res: Response,
  { id, form }: { id: string; form: FormState | null },
): Promise<void> {
  const model = organisationFormModel({
    unit: id === '' ? null : await loadOrganisation(access, id),
    form,
    id: newId(),
    parent: parse(StartQuery, res.req.query).parent,
    units: await allUnits(access),
    locale: localeOf(res),
  });
  page(res, views, 'directory/organisation-form', model, { title: model.title });
}
