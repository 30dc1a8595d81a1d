import type { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { isPositionTier } from '../../../contract/protocol.ts';
import type { Contact } from '../../../models/contact.ts';
import { paths } from '../../paths.ts';
import { formatDateRange } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type OfficeAccess, officeCan } from '../access/access.ts';
import type { Attended } from './contact-events.ts';
import { type Unit, unitsAbove } from './organisation-tree.ts';
import { displayName, initials } from './person-name.ts';
import { inLanguages, languageName, otherName } from './present-words.ts';
import { tiersOf } from './protocol-rank.ts';
import { atStart, officeIn, salutation, styleOfAddress } from './style-of-address.ts';
import type { ContactModel } from './views.ts';

type Model = z.input<typeof ContactModel>;

export interface ContactFacts {
  access: OfficeAccess;
  contact: Contact;
  units: readonly Unit[];
  events: readonly Attended[];
  locale: Locale;
}

export function contactModel(facts: ContactFacts): Model {
  const { access, contact, locale } = facts;
  const { name, email, phone } = contact;
  return {
    title: displayName(name, locale),
    otherName: otherName(name, locale),
    initials: initials(name, locale),
    office: officeIn(contact, locale),
    back: paths.contacts,
    isArchived: contact.archivedAt !== null,
    mergedInto: contact.mergedInto ? paths.contact(contact.mergedInto) : '',
    actions: officeCan(access, 'directory.edit') && !contact.mergedInto ? actionsModel(contact) : null,
    names: namesModel(contact, locale),
    pronunciation: contact.pronunciation,
    styles: stylesModel(contact, locale),
    positions: inLanguages(contact.position, locale),
    organisation: organisationModel(facts),
    reach: {
      email,
      mailto: email && `mailto:${email}`,
      phone,
      tel: phone && `tel:${phone.replace(/[^\d+]/g, '')}`,
    },
    facts: factsModel(contact, locale),
    rank: rankModel(facts),
    notes: contact.notes.split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
    events: facts.events.map((attended) => eventModel(attended, locale)),
  };
}

function actionsModel(contact: Contact): Model['actions'] {
  return {
    edit: paths.editContact(contact),
    archive: contact.archivedAt ? '' : paths.archiveContact(contact),
    restore: contact.archivedAt ? paths.restoreContact(contact) : '',
  };
}

/** Every spelling that somebody filled in, each once. */
function namesModel({ name }: Contact, locale: Locale): Model['names'] {
  const filled = { vi: name.vi, en: name.latin, ru: name.ru?.family };
  const labels = { vi: 'directory.name.vi', en: 'directory.name.latin', ru: 'directory.name.ru' } as const;
  return locales
    .filter((each) => filled[each])
    .map((each) => ({
      language: translate(locale, labels[each]),
      locale: each,
      text: displayName(name, each),
    }));
}

function stylesModel(contact: Contact, locale: Locale): Model['styles'] {
  return locales.map((each) => ({
    language: languageName(each, locale),
    locale: each,
    text: atStart(styleOfAddress(contact, each), each),
    letter: salutation(contact, each),
  }));
}

function organisationModel({ contact, units, locale }: ContactFacts): Model['organisation'] {
  const unit = units.find(({ _id }) => contact.organisation?.equals(_id));
  return {
    href: unit ? paths.organisation(unit) : '',
    name: inLocale(contact.organisationName, locale),
    above: unit
      ? unitsAbove(units, unit)
          .map(({ name }) => inLocale(name, locale))
          .join(' › ')
      : '',
  };
}

function factsModel(contact: Contact, locale: Locale): Model['facts'] {
  const { nationality } = contact;
  const facts = [
    {
      label: 'directory.field.address-form',
      text: translate(locale, `address.choice.${contact.addressForm}`),
    },
    { label: 'directory.field.locale', text: languageName(contact.locale, locale) },
    { label: 'directory.field.nationality', text: nationality && countryName(nationality, locale) },
  ] as const;
  return facts
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => ({ label: translate(locale, label), text }));
}

function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function rankModel({ contact, units, locale }: ContactFacts): Model['rank'] {
  const unit = units.find(({ _id }) => contact.organisation?.equals(_id));
  const read = tiersOf(contact.position);
  const isRead = isDeepStrictEqual(new Set<string>(read), new Set(contact.tiers));
  const source = isRead ? 'directory.rank.read' : 'directory.rank.by-hand';
  return {
    offices: contact.tiers.filter(isPositionTier).map((tier) => translate(locale, `protocol.tier.${tier}`)),
    source: translate(locale, contact.tiers.length > 0 ? source : 'directory.rank.no-office'),
    because: [
      ...(unit
        ? [translate(locale, 'protocol.because.organisation', { tier: unit.tier })]
        : [translate(locale, 'directory.rank.no-organisation')]),
      contact.seniority > 0
        ? translate(locale, 'protocol.because.seniority', { seniority: contact.seniority })
        : translate(locale, 'directory.rank.no-seniority'),
    ],
  };
}

function eventModel({ event, guest }: Attended, locale: Locale): Model['events'][number] {
  const isPresent = guest.arrivedAt !== null;
  return {
    href: paths.guest(event, guest),
    title: inLocale(event.title, locale),
    when: formatDateRange(locale, event.days),
    office: officeIn(guest, locale),
    standing: isPresent
      ? translate(locale, 'directory.events.present')
      : translate(locale, `guests.standing.${guest.standing}`),
    isPresent,
  };
}
