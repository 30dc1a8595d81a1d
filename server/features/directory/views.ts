import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { OtherVersionModel } from '../../platform/http/other-version.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Link = z.object({ href: z.string(), text: z.string() });
const Tab = z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() });
const Empty = z.object({
  icon: z.string(),
  title: z.string(),
  text: z.string(),
  href: z.string(),
  action: z.string(),
});
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });
const InLanguage = z.object({ language: z.string(), locale: z.string(), text: z.string() });

export const ContactRow = z.object({
  href: z.string(),
  name: z.string(),
  otherName: z.string(),
  initials: z.string(),
  office: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.string(),
});

export const ContactsModel = z.object({
  lead: z.string(),
  add: z.string(),
  duplicates: z.string(),
  canEdit: z.boolean(),
  action: z.string(),
  q: z.string(),
  show: z.string(),
  organisations: z.array(Option),
  tabs: z.array(Tab),
  rows: z.array(ContactRow),
  pageText: z.string(),
  previous: z.string(),
  next: z.string(),
  empty: Empty.nullable(),
});

export const ContactModel = z.object({
  title: z.string(),
  otherName: z.string(),
  initials: z.string(),
  office: z.string(),
  back: z.string(),
  isArchived: z.boolean(),
  /** The contact this one was found to be; it is not brought back. */
  mergedInto: z.string(),
  actions: z.object({ edit: z.string(), archive: z.string(), restore: z.string() }).nullable(),
  names: z.array(InLanguage),
  pronunciation: z.string(),
  styles: z.array(
    z.object({ language: z.string(), locale: z.string(), text: z.string(), letter: z.string() }),
  ),
  positions: z.array(InLanguage),
  organisation: z.object({ href: z.string(), name: z.string(), above: z.string() }),
  reach: z.object({ email: z.string(), mailto: z.string(), phone: z.string(), tel: z.string() }),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  rank: z.object({ offices: z.array(z.string()), source: z.string(), because: z.array(z.string()) }),
  notes: z.array(z.string()),
  events: z.array(
    z.object({
      href: z.string(),
      title: z.string(),
      when: z.string(),
      office: z.string(),
      standing: z.string(),
      isPresent: z.boolean(),
    }),
  ),
});

export const ContactFormModel = z.object({
  title: z.string(),
  action: z.string(),
  back: z.string(),
  id: z.string(),
  rev: z.string(),
  errors: Errors,
  otherVersion: OtherVersionModel,
  duplicate: z.object({ href: z.string(), name: z.string() }).nullable(),
  fields: z.object({
    name: z.object({
      vi: FieldModel,
      latin: FieldModel,
      ru: z.object({ family: FieldModel, given: FieldModel, patronymic: FieldModel }),
    }),
    addressForm: FieldModel,
    pronunciation: FieldModel,
    position: Localised,
    organisation: FieldModel,
    organisationName: Localised,
    email: FieldModel,
    phone: FieldModel,
    locale: FieldModel,
    nationality: FieldModel,
    seniority: FieldModel,
    notes: FieldModel,
  }),
  addressForms: z.array(Option),
  organisations: z.array(Option),
  locales: z.array(Option),
  tiers: z.array(Option),
  rankIsOpen: z.boolean(),
});

export const UnitRow = z.object({
  href: z.string(),
  name: z.string(),
  short: z.string(),
  above: z.string(),
  /** 1 to 6: how far the row stands from the margin. */
  depth: z.number(),
  level: z.string(),
  tier: z.string(),
  contacts: z.string(),
  contactsHref: z.string(),
});

export const OrganisationsModel = z.object({
  lead: z.string(),
  add: z.string(),
  canEdit: z.boolean(),
  action: z.string(),
  q: z.string(),
  show: z.string(),
  tabs: z.array(Tab),
  rows: z.array(UnitRow),
  empty: Empty.nullable(),
});

export const OrganisationModel = z.object({
  title: z.string(),
  short: z.string(),
  isArchived: z.boolean(),
  canEdit: z.boolean(),
  back: z.string(),
  edit: z.string(),
  addContact: z.string(),
  addUnit: z.string(),
  archive: z.string(),
  /** Why it cannot be archived yet; empty when it can. */
  inUse: z.string(),
  restore: z.string(),
  above: z.array(Link),
  names: z.array(InLanguage),
  shorts: z.array(InLanguage),
  tier: z.string(),
  tierText: z.string(),
  units: z.array(UnitRow),
  contacts: z.array(ContactRow),
  contactsText: z.string(),
  allContacts: z.string(),
});

export const OrganisationFormModel = z.object({
  title: z.string(),
  action: z.string(),
  back: z.string(),
  id: z.string(),
  rev: z.string(),
  errors: Errors,
  otherVersion: OtherVersionModel,
  fields: z.object({ name: Localised, short: Localised, parent: FieldModel, tier: FieldModel }),
  parents: z.array(Option),
  tiers: z.array(Option),
});

const Pair = z.object({
  one: ContactRow,
  other: ContactRow,
  by: z.string(),
  href: z.string(),
});

export const DuplicatesModel = z.object({
  back: z.string(),
  lead: z.string(),
  pairs: z.array(Pair),
  empty: Empty.nullable(),
});

export const MergeModel = z.object({
  action: z.string(),
  back: z.string(),
  swap: z.string(),
  other: z.string(),
  rev: z.string(),
  otherRev: z.string(),
  errors: Errors,
  kept: z.string(),
  gone: z.string(),
  rows: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      kept: z.string(),
      gone: z.string(),
      isSame: z.boolean(),
      takes: z.boolean(),
    }),
  ),
});

export const views = defineViews({
  'directory/contacts': ContactsModel,
  'directory/contact': ContactModel,
  'directory/duplicates': DuplicatesModel,
  'directory/merge': MergeModel,
  'directory/contact-form': ContactFormModel,
  'directory/organisations': OrganisationsModel,
  'directory/organisation': OrganisationModel,
  'directory/organisation-form': OrganisationFormModel,
});
