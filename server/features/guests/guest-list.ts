import { limits } from '../../../contract/limits.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type KeysetPage, keysetPage, readPlace } from '../../platform/database/keyset.ts';
import type { Access } from '../access/access.ts';
import { guestConditions } from './guest-conditions.ts';
import type { ListQuery } from './input.ts';
import { orderOfList } from './list-filter.ts';

/** What a row of the list shows. */
const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisation: 1,
  organisationName: 1,
  category: 1,
  delegation: 1,
  headOfDelegation: 1,
  lift: 1,
  seat: 1,
  email: 1,
  standing: 1,
  replacedBy: 1,
  standsFor: 1,
  answer: 1,
  arrivedAt: 1,
  order: 1,
  sortKey: 1,
} as const;

const COMMON = 500;

export type ListedGuest = Pick<Guest, keyof typeof fields | '_id'>;

/** One page of the list. Every page costs the same, however long the list is and however far one has read. */
export async function guestList(access: Access, query: ListQuery): Promise<KeysetPage<ListedGuest>> {
  const order = orderOfList(query);
  const { conditions, searched } = await guestConditions(access, query);
  const options = await readingOf(access, query, searched);
  return keysetPage<ListedGuest>(
    order,
    { place: readPlace(query.page, order), size: limits.pageSize },
    async (reading) =>
      Guests.find({ $and: [...conditions, ...reading.conditions] }, fields)
        .sort(reading.sort)
        .limit(reading.limit)
        .setOptions(options)
        .lean<ListedGuest[]>(),
  );
}

/**
 * How to read what was searched for, instead of the database trying eight ways: by the index of words, where the
 * rarest term stands first; but a beginning that many share ("ng" on the way to "nguyen") is found soonest by walking
 * down the list until the page is full.
 */
async function readingOf(
  { event: { _id: event } }: Access,
  { tab, sort }: ListQuery,
  searched: readonly object[],
): Promise<{ hint?: Record<string, 1> }> {
  const [rarest, second] = searched;
  if (!rarest || !('words' in rarest) || tab === 'bounced') return {};
  const byWords = { hint: { event: 1, words: 1, order: 1 } } as const;
  if (second || tab !== 'all' || sort !== 'order') return byWords;
  const filter: object = { event, ...rarest };
  const found = await Guests.countDocuments(filter).limit(COMMON);
  return found < COMMON ? byWords : { hint: { event: 1, order: 1, _id: 1 } };
}
