import { type Request, type Response, Router } from 'express';
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
import { addContact } from './add-contact.ts';
import { archiveContact } from './archive-contact.ts';
import { contactEvents } from './contact-events.ts';
import { contactList, countContacts } from './contact-list.ts';
import { contactWithEmail } from './contact-with-email.ts';
import { duplicateRoutes } from './duplicate-routes.ts';
import { editContact } from './edit-contact.ts';
import { ContactListQuery, EditContactInput, NewContactInput, StartQuery } from './input.ts';
import { loadContact } from './load-contact.ts';
import { newId } from '../../platform/new-id.ts';
import { allUnits } from './organisation-tree.ts';
import { displayName } from './person-name.ts';
import { contactModel } from './present-contact.ts';
import { contactFormModel } from './present-contact-form.ts';
import { contactsModel } from './present-contacts.ts';
import { restoreContact } from './restore-contact.ts';
import { views } from './views.ts';

type OneContact = Request<{ contact: string }>;

export function contactRoutes(): Router {
  const router = Router();
  router.get(paths.contacts, showContacts);
  router.post(paths.contacts, createContact);
  router.get(paths.newContact, newContact);
  router.use(duplicateRoutes());
  router.get(paths.contact(':contact'), showContact);
  router.get(paths.editContact(':contact'), showEdit);
  router.post(paths.editContact(':contact'), saveContact);
  router.post(paths.archiveContact(':contact'), archive);
  router.post(paths.restoreContact(':contact'), restore);
  return router;
}

async function showContacts(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.view');
  const query = parse(ContactListQuery, req.query);
  const [found, current, archived, units] = await Promise.all([
    contactList(access, query),
    countContacts(access, { ...query, show: 'current' }),
    countContacts(access, { ...query, show: 'archived' }),
    allUnits(access),
  ]);
  const locale = localeOf(res);
  const model = contactsModel({ access, query, page: found, counts: { current, archived }, units, locale });
  page(res, views, 'directory/contacts', model, { title: translate(locale, 'directory.contacts') });
}

async function showContact(req: OneContact, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.view');
  const contact = await loadContact(access, req.params.contact);
  const [units, events] = await Promise.all([allUnits(access), contactEvents(access, contact)]);
  const model = contactModel({ access, contact, units, events, locale: localeOf(res) });
  page(res, views, 'directory/contact', model, { title: model.title });
}

async function newContact(req: Request, res: Response): Promise<void> {
  await showForm(enterOffice(req, 'directory.edit'), res, { id: '', form: null });
}

async function createContact(req: Request, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  await submit(req, res, NewContactInput, {
    act: async (input) => {
      const contact = await addContact(access, input);
      answer(req, res, { key: 'directory.contact.added', contact });
    },
    again: (form) => showForm(access, res, { id: '', form }),
  });
}

async function showEdit(req: OneContact, res: Response): Promise<void> {
  await showForm(enterOffice(req, 'directory.edit'), res, { id: req.params.contact, form: null });
}

async function saveContact(req: OneContact, res: Response): Promise<void> {
  const access = enterOffice(req, 'directory.edit');
  const id = req.params.contact;
  await submit(req, res, EditContactInput, {
    act: async (input) => {
      const contact = await editContact(access, id, input);
      answer(req, res, { key: 'directory.contact.saved', contact });
    },
    again: (form) => showForm(access, res, { id, form }),
  });
}

async function archive(req: OneContact, res: Response): Promise<void> {
  const contact = await archiveContact(enterOffice(req, 'directory.edit'), req.params.contact);
  answer(req, res, { key: 'directory.contact.archived', contact });
}

async function restore(req: OneContact, res: Response): Promise<void> {
  const contact = await restoreContact(enterOffice(req, 'directory.edit'), req.params.contact);
  answer(req, res, { key: 'directory.contact.restored', contact });
}

type Person = Awaited<ReturnType<typeof loadContact>>;

function answer(req: Request, res: Response, { key, contact }: { key: MessageKey; contact: Person }): void {
  const locale = localeOf(res);
  const text = translate(locale, key, { name: displayName(contact.name, locale) });
  flash(req, 'good', text);
  res.redirect(303, paths.contact(contact));
}

async function showForm(
  access: OfficeAccess,
  res: Response,
  { id, form }: { id: string; form: FormState | null },
): Promise<void> {
  const contact = id === '' ? null : await loadContact(access, id);
  const taken = form?.errors['email'] ? String(form.values['email']).trim().toLowerCase() : '';
  const model = contactFormModel({
    contact,
    form,
    id: newId(),
    organisation: parse(StartQuery, res.req.query).organisation,
    units: await allUnits(access),
    duplicate: await contactWithEmail(access, taken),
    locale: localeOf(res),
  });
  page(res, views, 'directory/contact-form', model, { title: model.title });
}
