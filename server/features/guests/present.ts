import type { z } from 'zod';
import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import type { KeysetPage } from '../../platform/database/keyset.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { type Access, can } from '../access/access.ts';
import { displayName, initials } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { ListedGuest } from './guest-list.ts';
import { type ListQuery, type Tab, tabs } from './input.ts';
import { NO_CATEGORY } from './no-category.ts';
import { arrivedText } from './present-arrived.ts';
import type { Presence } from './presence.ts';
import { addressOfList } from './list-address.ts';
import {
  categoryBadge,
  categoryOptions,
  languageOptions,
  otherName,
  standingBadge,
} from './present-words.ts';
import { seatIn } from './seat-text.ts';
import type { TabCounts } from './tab-counts.ts';
import type { IndexModel, ListModel, PanelModel } from './views.ts';

type List = z.input<typeof ListModel>;
type Row = List['rows'][number];

export interface ListFacts {
  access: Access;
  query: ListQuery;
  locale: Locale;
  page: KeysetPage<ListedGuest>;
  counts: TabCounts;
  /** What the unit of the filter is called. */
  unit: Localised | null;
  /** What the door knows of those who are in, by guest. */
  present: ReadonlyMap<string, Presence>;
}

export function indexModel(
  facts: ListFacts,
  panel: z.input<typeof PanelModel> | null,
): z.input<typeof IndexModel> {
  const { access, locale, counts } = facts;
  const { event } = access;
  return {
    lead: translate(locale, 'guests.lead', { count: counts.all }),
    paths: {
      list: paths.guests(event),
      add: paths.newGuest(event),
      fromDirectory: paths.guestsFromDirectory(event),
      imports: paths.newGuestImport(event),
      delegations: paths.delegations(event),
    },
    canEdit: can(access, 'guests.edit'),
    filter: filterModel(facts),
    list: listModel(facts),
    panel,
  };
}

export function listModel(facts: ListFacts): List {
  const { access, query, locale, page } = facts;
  const at = (change: Partial<ListQuery>): string =>
    addressOfList(access.event, { ...query, part: '', ...change });
  return {
    source: at({ part: 'list', guest: '' }),
    tabs: tabModels(facts, at),
    rows: page.rows.map((guest) => rowModel(facts, guest)),
    previous: page.previous && at({ page: page.previous, guest: '' }),
    next: page.next && at({ page: page.next, guest: '' }),
    countText: translate(locale, 'guests.page-count', { count: page.rows.length }),
    empty: page.rows.length === 0 ? emptyModel(facts) : null,
    canEdit: can(access, 'guests.edit'),
    bulk: paths.guestsBulk(access.event),
    passes: can(access, 'guests.edit') ? passesOf(access, searchOf(at({ page: '', guest: '' }))) : null,
    invite: can(access, 'invitations.send') ? paths.chooseInvited(access.event) : null,
    badges: can(access, 'badges.view') ? paths.chooseBadges(access.event) : null,
    back: searchOf(at({ guest: '' })),
    categories: categoryOptions(access.event, '', locale),
    noCategory: NO_CATEGORY,
    canCancel: query.tab !== 'cancelled',
  };
}

function passesOf({ event }: Access, search: string): List['passes'] {
  const chosen = paths.passPrinting(event);
  return { chosen, list: search === '' ? chosen : `${chosen}?${search}` };
}

const alwaysShown = new Set<string>(['all', 'no-answer', 'attending', 'declined', 'not-invited']);

/** Tabs that hold nobody are left out, except those one always looks for. */
function tabModels({ counts, query, locale }: ListFacts, at: (change: Partial<ListQuery>) => string) {
  return tabs
    .filter((tab) => alwaysShown.has(tab) || counts[tab] > 0 || tab === query.tab)
    .map((tab) => ({
      href: at({ tab, page: '', guest: '' }),
      label: translate(locale, tabLabel(tab)),
      count: formatNumber(locale, counts[tab]),
      current: tab === query.tab,
    }));
}

function tabLabel(tab: Tab): MessageKey {
  switch (tab) {
    case 'all':
    case 'bounced':
    case 'arrived':
    case 'missing':
      return `guests.tab.${tab}`;
    default:
      return `states.standing.${tab}`;
  }
}

function rowModel({ access, query, locale, present }: ListFacts, guest: ListedGuest): Row {
  const { event } = access;
  const name = displayName(guest.name, locale);
  const href = paths.guest(event, guest);
  const from = searchOf(addressOfList(event, { ...query, part: '', guest: String(guest._id) }));
  const presence = present.get(String(guest._id)) ?? null;
  const office = officeIn(guest, locale);
  return {
    id: String(guest._id),
    href,
    panel: `${href}?${new URLSearchParams({ part: 'panel', from }).toString()}`,
    current: query.guest === String(guest._id),
    chooseLabel: translate(locale, 'guests.choose-one', { name }),
    name,
    otherName: otherName(guest.name, locale),
    initials: initials(guest.name, locale),
    office,
    delegation: guest.delegation === office ? '' : guest.delegation,
    isHead: guest.headOfDelegation,
    isLifted: guest.lift !== null,
    category: categoryBadge(event, guest.category, locale),
    standing: standingBadge(guest.standing, locale),
    standingDetail: standingDetail(guest, locale),
    arrived: arrivedText(event, { arrivedAt: guest.arrivedAt, presence }, locale),
    seat: seatIn(guest.seat, locale),
  };
}

/** Who comes in this guest's place, in whose place this guest comes, or what they seem to have answered. */
function standingDetail({ standing, answer, replacedBy, standsFor }: ListedGuest, locale: Locale): string {
  if (standsFor)
    return translate(locale, 'substitutes.in-place-of', { name: displayName(standsFor.name, locale) });
  if (replacedBy) return translate(locale, 'substitutes.replaced-by', { name: replacedBy.name });
  if (answer?.provisional)
    return translate(locale, 'reply-form.provisional.answer', {
      answer: translate(locale, `states.answer.${answer.kind}`),
    });
  const name = standing === 'substitute' ? (answer?.substitute?.name ?? '') : '';
  return name && translate(locale, 'guests.substituted-by', { name });
}

function emptyModel({ access, query, locale, counts }: ListFacts): List['empty'] {
  const { event } = access;
  if (counts.all + counts.cancelled === 0) {
    const canEdit = can(access, 'guests.edit');
    return {
      icon: 'users',
      title: translate(locale, 'guests.empty'),
      text: canEdit ? translate(locale, 'guests.empty-text') : '',
      href: canEdit ? paths.guestsFromDirectory(event) : '',
      action: translate(locale, 'guests.from-directory'),
    };
  }
  const narrowed = Boolean(query.q || query.category || query.unit || query.language || query['no-email']);
  return {
    icon: narrowed ? 'search' : 'inbox',
    title: translate(locale, narrowed ? 'guests.empty-search' : 'guests.empty-tab'),
    text: translate(locale, narrowed ? 'guests.empty-search-text' : 'guests.empty-tab-text'),
    href: paths.guests(event),
    action: translate(locale, 'guests.show-all'),
  };
}

function filterModel({ access, query, locale, unit }: ListFacts): z.input<typeof IndexModel>['filter'] {
  const { event } = access;
  const none = { value: NO_CATEGORY, label: translate(locale, 'guests.filter.no-category') };
  return {
    tab: query.tab === 'all' ? '' : query.tab,
    q: query.q,
    unit: query.unit,
    unitText: unit ? translate(locale, 'guests.filter.unit', { unit: unitName(unit, locale) }) : '',
    withoutUnit: addressOfList(event, { ...query, unit: '', page: '' }),
    categories: [
      ...categoryOptions(event, query.category, locale),
      { ...none, selected: query.category === NO_CATEGORY },
    ],
    languages: languageOptions(query.language, locale),
    sorts: (['order', 'name'] as const).map((sort) => ({
      value: sort,
      label: translate(locale, `guests.sort.${sort}`),
      selected: sort === query.sort,
    })),
    noEmail: query['no-email'] !== '',
    offersNoEmail: can(access, 'guests.view-contact-details'),
  };
}

export function unitName(name: Localised, locale: Locale): string {
  return inLocale(name, locale) || translate(locale, 'guests.delegations.nobody');
}

function searchOf(address: string): string {
  return address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
}
