import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Contact } from '../../../models/contact.ts';
import { paths } from '../../paths.ts';
import { errorSummary } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { LikeContact, Pair } from './duplicate-contacts.ts';
import { type MergeField, mergeFields } from './input.ts';
import { displayName, initials } from './person-name.ts';
import { languageName, otherName } from './present-words.ts';
import { officeIn } from './style-of-address.ts';
import type { ContactRow, DuplicatesModel, MergeModel } from './views.ts';

export function duplicatesModel(pairs: readonly Pair[], locale: Locale): z.input<typeof DuplicatesModel> {
  return {
    back: paths.contacts,
    lead: translate(locale, 'directory.duplicates.lead', { count: pairs.length }),
    pairs: pairs.map(({ one, other, by }) => ({
      one: rowOf(one, locale),
      other: rowOf(other, locale),
      by: translate(locale, `directory.duplicates.by.${by}`),
      href: `${paths.mergeContacts(one)}?other=${String(other._id)}`,
    })),
    empty:
      pairs.length > 0
        ? null
        : {
            icon: 'circle-check',
            title: translate(locale, 'directory.duplicates.none'),
            text: translate(locale, 'directory.duplicates.none-text'),
            href: paths.contacts,
            action: translate(locale, 'directory.contacts.show-all'),
          },
  };
}

function rowOf(contact: LikeContact, locale: Locale): z.input<typeof ContactRow> {
  return {
    href: paths.contact(contact),
    name: displayName(contact.name, locale),
    otherName: otherName(contact.name, locale),
    initials: initials(contact.name, locale),
    office: officeIn(contact, locale),
    email: contact.email,
    phone: contact.phone,
    language: '',
  };
}

export interface MergeFacts {
  kept: Contact;
  gone: Contact;
  form: FormState | null;
  locale: Locale;
}

export function mergeModel({ kept, gone, form, locale }: MergeFacts): z.input<typeof MergeModel> {
  const taken = form ? [form.values['take']].flat() : null;
  return {
    action: paths.mergeContacts(kept),
    back: paths.duplicateContacts,
    swap: `${paths.mergeContacts(gone)}?other=${String(kept._id)}`,
    other: String(gone._id),
    rev: String(kept.rev),
    otherRev: String(gone.rev),
    errors: errorSummary(form),
    kept: displayName(kept.name, locale),
    gone: displayName(gone.name, locale),
    rows: mergeFields.map((field) => {
      const [here, there] = [textOf(kept, field, locale), textOf(gone, field, locale)];
      return {
        field,
        label: translate(locale, `directory.merge.field.${field}`),
        kept: here || '–',
        gone: there || '–',
        isSame: here === there || there === '',
        takes: taken ? taken.includes(field) : here === '' && there !== '',
      };
    }),
  };
}

function textOf(contact: Contact, field: MergeField, locale: Locale): string {
  switch (field) {
    case 'name':
      return displayName(contact.name, locale);
    case 'addressForm':
      return contact.addressForm === 'none' ? '' : translate(locale, `address.choice.${contact.addressForm}`);
    case 'position':
      return inLocale(contact.position, locale);
    case 'organisation':
      return inLocale(contact.organisationName, locale);
    case 'locale':
      return languageName(contact.locale, locale);
    default:
      return contact[field];
  }
}
