import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { displayName, initials } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { ContactChoice } from './contact-choices.ts';
import type { Delegation } from './delegations.ts';
import type { DirectoryQuery } from './input.ts';
import { addressOfList } from './list-address.ts';
import { unitName } from './present.ts';
import { categoryOptions, otherName } from './present-words.ts';
import type { DelegationsModel, DirectoryModel } from './views.ts';

/** More rows than this nobody reads on one page. */
const MOST = 500;

type Directory = z.input<typeof DirectoryModel>;

export function directoryModel(
  { event }: Access,
  query: DirectoryQuery,
  { page, locale }: { page: KeysetPage<ContactChoice>; locale: Locale },
): Directory {
  const at = (place: string) =>
    `${paths.guestsFromDirectory(event)}?${new URLSearchParams({ q: query.q, page: place }).toString()}`;
  return {
    action: paths.guestsFromDirectory(event),
    search: paths.guestsFromDirectory(event),
    q: query.q,
    back: paths.guests(event),
    categories: categoryOptions(event, '', locale),
    rows: page.rows.map((contact) => choiceModel(contact, locale)),
    previous: page.previous && at(page.previous),
    next: page.next && at(page.next),
    empty:
      page.rows.length > 0
        ? null
        : {
            icon: 'contact',
            title: translate(locale, 'guests.directory.empty'),
            text: translate(locale, 'guests.directory.empty-text'),
            href: paths.newGuest(event),
            action: translate(locale, 'guests.add'),
          },
  };
}

function choiceModel(contact: ContactChoice, locale: Locale): Directory['rows'][number] {
  const name = displayName(contact.name, locale);
  return {
    id: String(contact._id),
    name,
    otherName: otherName(contact.name, locale),
    initials: initials(contact.name, locale),
    office: officeIn(contact, locale),
    isListed: contact.listed,
    chooseLabel: translate(locale, 'guests.choose-one', { name }),
  };
}

export function delegationsModel(
  { event }: Access,
  delegations: readonly Delegation[],
  locale: Locale,
): z.input<typeof DelegationsModel> {
  const rest = delegations.length - MOST;
  return {
    lead: translate(locale, 'guests.delegations.lead', { count: delegations.length }),
    back: paths.guests(event),
    source: `${paths.delegations(event)}?part=list`,
    more: rest > 0 ? translate(locale, 'guests.delegations.more', { count: rest }) : '',
    rows: delegations.slice(0, MOST).map(({ key, name, head, ...counts }) => ({
      href: addressOfList(event, { unit: key || 'none:' }),
      name: unitName(name, locale),
      head: head ? displayName(head, locale) : '',
      ...counts,
    })),
  };
}
