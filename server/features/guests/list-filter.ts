import type { QueryFilter } from 'mongoose';
import type { GuestStanding } from '../../../contract/states.ts';
import type { Guest } from '../../../models/guest.ts';
import type { Order } from '../../platform/database/keyset.ts';
import { locales } from '../../../contract/locales.ts';
import type { ListQuery, Tab } from './input.ts';
import { NO_CATEGORY } from './no-category.ts';

/** Everybody who is on the list, the cancelled aside. */
export const standingsOnList = [
  'not-invited',
  'no-answer',
  'attending',
  'tentative',
  'substitute',
  'declined',
] as const satisfies GuestStanding[];

/** Those for whom a chair is kept: themselves, or somebody in their place. */
export const expectedStandings = ['attending', 'substitute'] as const satisfies GuestStanding[];

export type GuestFilter = QueryFilter<Guest>;

const byProtocol: Order = { keys: { order: 'text', _id: 'id' }, direction: 1 };
const byName: Order = { keys: { sortKey: 'text', _id: 'id' }, direction: 1 };
// The order of the index, backwards: whoever came last stands first.
const byArrival: Order = {
  keys: { arrivedAt: 'moment', standing: 'text', order: 'text', _id: 'id' },
  direction: -1,
};

export function orderOfList({ tab, sort }: Pick<ListQuery, 'tab' | 'sort'>): Order {
  if (tab === 'arrived') return byArrival;
  return sort === 'name' ? byName : byProtocol;
}

/** What a tab shows. Who bounced is known to the outbox only, so their ids are handed in. */
export function tabFilter(tab: Tab, bounced: readonly Guest['_id'][] = []): GuestFilter {
  switch (tab) {
    case 'all':
      return { standing: { $in: standingsOnList } };
    case 'bounced':
      return { standing: { $in: standingsOnList }, _id: { $in: bounced } };
    case 'arrived':
      return { arrivedAt: { $gt: new Date(0) } };
    case 'missing':
      return { arrivedAt: null, standing: { $in: expectedStandings }, replacedBy: null };
    case 'no-answer':
    case 'attending':
    case 'tentative':
    case 'substitute':
    case 'declined':
    case 'not-invited':
    case 'cancelled':
      return { standing: tab };
  }
}

/** What is left of a tab after the filters, as conditions that all hold. */
export function narrowing(
  query: Pick<ListQuery, 'category' | 'unit' | 'language' | 'no-email'>,
): GuestFilter[] {
  const { category, unit, language } = query;
  return [
    ...(category ? [{ category: category === NO_CATEGORY ? '' : category }] : []),
    ...(unit ? [unitFilter(unit)] : []),
    ...(language ? [{ locale: language }] : []),
    ...(query['no-email'] ? [{ email: '' }] : []),
  ];
}

/** A delegation by its name, or the guests of one organisation who are in none. */
export function unitKey(guest: Pick<Guest, 'delegation' | 'organisation' | 'organisationName'>): string {
  if (guest.delegation) return `d:${guest.delegation}`;
  if (guest.organisation) return `o:${String(guest.organisation)}`;
  const locale = locales.find((each) => guest.organisationName[each]);
  return locale ? `${locale}:${guest.organisationName[locale] ?? ''}` : '';
}

export function unitFilter(key: string): GuestFilter {
  const [kind = '', ...rest] = key.split(':');
  const name = rest.join(':');
  if (kind === 'd') return { delegation: name };
  if (kind === 'o' && /^[0-9a-f]{24}$/.test(name)) return { delegation: '', organisation: name };
  const locale = locales.find((each) => each === kind);
  if (locale) return { delegation: '', organisation: null, [`organisationName.${locale}`]: name };
  return { delegation: '', organisation: null, ...nameless };
}

const nameless = Object.fromEntries(
  locales.map((locale) => [`organisationName.${locale}`, { $in: [null, ''] }]),
);
