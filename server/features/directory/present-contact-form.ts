import type { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '../../../contract/locales.ts';
import { addressForms } from '../../../contract/person.ts';
import { positionTiers } from '../../../contract/protocol.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Contact } from '../../../models/contact.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { type FieldNames, otherVersion } from '../../platform/http/other-version.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Unit } from './organisation-tree.ts';
import { displayName } from './person-name.ts';
import { inThree, languageOptions, unitOptions } from './present-words.ts';
import { tiersOf } from './protocol-rank.ts';
import type { ContactFormModel } from './views.ts';

type Form = z.input<typeof ContactFormModel>;

export interface ContactFormFacts {
  /** Null for somebody who is not in the directory yet. */
  contact: Contact | null;
  /** The id a new contact will have. */
  id: string;
  /** Where a new contact is added from. */
  organisation: string;
  units: readonly Unit[];
  /** Who has the address that was typed. */
  duplicate: Pick<Contact, '_id' | 'name'> | null;
  form: FormState | null;
  locale: Locale;
}

export function contactFormModel(facts: ContactFormFacts): Form {
  const { contact, form, locale, duplicate } = facts;
  const values = valuesOf(facts);
  const fields = formFields(values, form);
  const tiers = form ? typedTiers(form) : setByHand(contact);
  const options = optionsFor(facts, fields, tiers);
  const stored = { rev: contact?.rev, values: { ...values, tiers: setByHand(contact) } };
  return {
    title: contact
      ? translate(locale, 'directory.contact.edit', { name: displayName(contact.name, locale) })
      : translate(locale, 'directory.contact.new'),
    action: contact ? paths.editContact(contact) : paths.contacts,
    back: contact ? paths.contact(contact) : paths.contacts,
    id: contact ? '' : facts.id,
    rev: contact ? shownRev(form, contact.rev) : '',
    errors: errorSummary(form),
    otherVersion: otherVersion(form, stored, { labels, choices: choicesOf(options) }, locale),
    duplicate: duplicate && { href: paths.contact(duplicate), name: displayName(duplicate.name, locale) },
    fields,
    ...options,
    rankIsOpen: tiers.length > 0 || fields.seniority.error !== '',
  };
}

function optionsFor(
  { units, locale }: ContactFormFacts,
  fields: Pick<Form['fields'], 'addressForm' | 'organisation' | 'locale'>,
  tiers: readonly string[],
): Pick<Form, 'addressForms' | 'organisations' | 'locales' | 'tiers'> {
  return {
    addressForms: addressForms.map((value) => ({
      value,
      label: translate(locale, `address.choice.${value}`),
      selected: value === fields.addressForm.value,
    })),
    organisations: unitOptions(units, fields.organisation.value, locale),
    locales: languageOptions(fields.locale.value, locale),
    tiers: positionTiers.map((value) => ({
      value,
      label: translate(locale, `protocol.tier.${value}`),
      selected: tiers.includes(value),
    })),
  };
}

function choicesOf(options: ReturnType<typeof optionsFor>): NonNullable<FieldNames['choices']> {
  return {
    addressForm: options.addressForms,
    organisation: options.organisations,
    locale: options.locales,
    tiers: options.tiers,
  };
}

function valuesOf({ contact, organisation, units }: ContactFormFacts) {
  const { vi = '', latin = '', ru } = contact?.name ?? {};
  return {
    name: {
      vi,
      latin,
      ru: { family: ru?.family ?? '', given: ru?.given ?? '', patronymic: ru?.patronymic ?? '' },
    },
    addressForm: contact?.addressForm ?? 'dong-chi',
    pronunciation: contact?.pronunciation ?? '',
    position: inThree(contact?.position),
    organisation: contact ? String(contact.organisation ?? '') : organisation,
    organisationName: inThree(ownWording(contact, units)),
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    locale: contact?.locale ?? 'vi',
    nationality: contact?.nationality ?? '',
    seniority: String(contact?.seniority ?? 0),
    notes: contact?.notes ?? '',
  };
}

/** What the directory says of the organisation by itself is not shown as typed. */
function ownWording(contact: Contact | null, units: readonly Unit[]): Contact['organisationName'] {
  if (!contact) return {};
  const unit = units.find(({ _id }) => contact.organisation?.equals(_id));
  return unit && isDeepStrictEqual(unit.name, contact.organisationName) ? {} : contact.organisationName;
}

/** Offices somebody has set; those that were only read from the position are left to it. */
function setByHand(contact: Contact | null): readonly string[] {
  if (!contact) return [];
  const read = new Set<string>(tiersOf(contact.position));
  return isDeepStrictEqual(read, new Set(contact.tiers)) ? [] : contact.tiers;
}

function typedTiers({ values }: FormState): readonly string[] {
  return [values['tiers'] ?? []].flat().map(String);
}

const labels: Readonly<Record<string, MessageKey>> = {
  'name.vi': 'directory.name.vi',
  'name.latin': 'directory.name.latin',
  'name.ru.family': 'directory.name.ru-family',
  'name.ru.given': 'directory.name.ru-given',
  'name.ru.patronymic': 'directory.name.ru-patronymic',
  addressForm: 'directory.field.address-form',
  pronunciation: 'directory.field.pronunciation',
  position: 'common.position',
  organisation: 'common.organisation',
  organisationName: 'directory.field.organisation-name',
  email: 'common.email',
  phone: 'common.phone',
  locale: 'directory.field.locale',
  nationality: 'directory.field.nationality',
  seniority: 'directory.field.seniority',
  notes: 'directory.field.notes',
  tiers: 'directory.form.tiers',
};
