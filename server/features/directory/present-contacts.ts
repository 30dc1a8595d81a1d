import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type OfficeAccess, officeCan } from '../access/access.ts';
import type { ListedContact } from './contact-list.ts';
import type { ContactListQuery } from './input.ts';
import type { Unit } from './organisation-tree.ts';
import { displayName, initials } from './person-name.ts';
import { languageName, otherName, unitOptions } from './present-words.ts';
import { officeIn } from './style-of-address.ts';
import type { ContactRow, ContactsModel } from './views.ts';

type Contacts = z.input<typeof ContactsModel>;
type Row = z.input<typeof ContactRow>;

export interface ContactsFacts {
  access: OfficeAccess;
  query: ContactListQuery;
  page: KeysetPage<ListedContact>;
  counts: Record<ContactListQuery['show'], number>;
  units: readonly Unit[];
  locale: Locale;
}

export function contactsModel(facts: ContactsFacts): Contacts {
  const { access, query, page, units, locale } = facts;
  return {
    lead: translate(locale, 'directory.contacts.lead', { count: facts.counts.current }),
    add: paths.newContact,
    duplicates: paths.duplicateContacts,
    canEdit: officeCan(access, 'directory.edit'),
    action: paths.contacts,
    q: query.q,
    show: query.show === 'current' ? '' : query.show,
    organisations: unitOptions(units, query.organisation, locale),
    tabs: tabs(facts),
    rows: page.rows.map((contact) => contactRow(contact, locale)),
    pageText: translate(locale, 'directory.contacts.on-page', { count: page.rows.length }),
    previous: page.previous && addressOfContacts({ ...query, page: page.previous }),
    next: page.next && addressOfContacts({ ...query, page: page.next }),
    empty: page.rows.length === 0 ? emptyModel(facts) : null,
  };
}

export function contactRow(contact: ListedContact, locale: Locale): Row {
  return {
    href: paths.contact(contact),
    name: displayName(contact.name, locale),
    otherName: otherName(contact.name, locale),
    initials: initials(contact.name, locale),
    office: officeIn(contact, locale),
    email: contact.email,
    phone: contact.phone,
    language: languageName(contact.locale, locale),
  };
}

/** The address of the list as somebody sees it; what is as usual is left out. */
export function addressOfContacts(query: Partial<ContactListQuery>): string {
  const told = Object.entries(query).filter(([, value]) => value && value !== 'current');
  const search = new URLSearchParams(told).toString();
  return search ? `${paths.contacts}?${search}` : paths.contacts;
}

function tabs({ query, counts, locale }: ContactsFacts): Contacts['tabs'] {
  return (['current', 'archived'] as const).map((show) => ({
    href: addressOfContacts({ ...query, show, page: '' }),
    label: translate(locale, `directory.show.${show}`),
    count: formatNumber(locale, counts[show]),
    current: show === query.show,
  }));
}

function emptyModel({ access, query, counts, locale }: ContactsFacts): Contacts['empty'] {
  if (counts.current + counts.archived === 0 && !query.organisation) {
    const canEdit = officeCan(access, 'directory.edit');
    return {
      icon: 'contact',
      title: translate(locale, 'directory.contacts.empty'),
      text: translate(locale, 'directory.contacts.empty-text'),
      href: canEdit ? paths.newContact : '',
      action: translate(locale, 'directory.contacts.add'),
    };
  }
  return {
    icon: 'search',
    title: translate(locale, 'directory.contacts.none'),
    text: translate(locale, query.q ? 'directory.contacts.none-text' : 'directory.contacts.none-here'),
    href: paths.contacts,
    action: translate(locale, 'directory.contacts.show-all'),
  };
}
