import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import {
  listField,
  localisedField,
  objectIdField,
  requiredLocalisedField,
  revField,
  textField,
} from '../../platform/http/fields.ts';
import { emailField, nameField, nationalityField, phoneField, seniorityField } from './person-input.ts';

const linkField = z.union([z.literal(''), objectIdField]).default('');

/** A person of the directory as typed in. What is left empty is read from the organisation or the position. */
export const ContactInput = z.object({
  name: nameField,
  addressForm: z.enum(addressForms).default('none'),
  position: localisedField(limits.position),
  organisation: linkField,
  /** Empty: as the organisation is called. */
  organisationName: localisedField(limits.title),
  email: emailField,
  phone: phoneField,
  locale: z.enum(locales).default('vi'),
  pronunciation: textField(limits.line),
  nationality: nationalityField,
  /** Empty: as the position says. */
  tiers: listField(z.enum(positionTiers), positionTiers.length),
  seniority: seniorityField,
  notes: textField(limits.text),
});
export type ContactInput = z.infer<typeof ContactInput>;

/** The form brings the id along, so that the same form sent twice is one contact. */
export const NewContactInput = ContactInput.extend({ id: objectIdField.optional() });
export type NewContactInput = z.infer<typeof NewContactInput>;

export const EditContactInput = ContactInput.extend({ rev: revField });
export type EditContactInput = z.infer<typeof EditContactInput>;

export const lowestTier = 9;

export const OrganisationInput = z.object({
  name: requiredLocalisedField(limits.title),
  short: localisedField(limits.line),
  parent: linkField,
  tier: z.coerce.number().int().min(1).max(lowestTier).default(5),
});
export type OrganisationInput = z.infer<typeof OrganisationInput>;

export const NewOrganisationInput = OrganisationInput.extend({ id: objectIdField.optional() });
export type NewOrganisationInput = z.infer<typeof NewOrganisationInput>;

export const EditOrganisationInput = OrganisationInput.extend({ rev: revField });
export type EditOrganisationInput = z.infer<typeof EditOrganisationInput>;

/** What of the directory somebody wants to see. An address that says nonsense shows all of it. */
export const ContactListQuery = z.object({
  q: z.string().trim().max(limits.search).catch(''),
  organisation: linkField.catch(''),
  show: z.enum(['current', 'archived']).catch('current'),
  page: z.string().max(2000).catch(''),
});
export type ContactListQuery = z.infer<typeof ContactListQuery>;

export const OrganisationListQuery = z.object({
  q: z.string().trim().max(limits.search).catch(''),
  show: z.enum(['current', 'archived']).catch('current'),
});
export type OrganisationListQuery = z.infer<typeof OrganisationListQuery>;

/** What is already known when a form is opened from elsewhere: the organisation of a new contact, a parent. */
export const StartQuery = z.object({ organisation: linkField.catch(''), parent: linkField.catch('') });

/** What may be taken over from the contact that goes. */
export const mergeFields = [
  'name',
  'addressForm',
  'position',
  'organisation',
  'email',
  'phone',
  'locale',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** Two contacts become one: which goes, what of it is kept, and on which revisions that was decided. */
export const MergeInput = z.object({
  other: objectIdField,
  take: listField(z.enum(mergeFields), mergeFields.length),
  rev: revField,
  otherRev: revField,
});
export type MergeInput = z.infer<typeof MergeInput>;

export const MergeQuery = z.object({ other: objectIdField.catch('') });
