import { limits } from '../../../contract/limits.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type KeysetPage, keysetPage, readPlace } from '../../platform/database/keyset.ts';
import { type Access, can } from '../access/access.ts';
import { bouncedGuests } from './bounced.ts';
import { guestWords } from './guest-words.ts';
import type { ListQuery } from './input.ts';
import { narrowing, orderOfList, tabFilter } from './list-filter.ts';

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
  answer: 1,
  arrivedAt: 1,
  order: 1,
  sortKey: 1,
} as const;

export type ListedGuest = Pick<Guest, keyof typeof fields | '_id'>;

/** One page of the list. Every page costs the same, however long the list is and however far one has read. */
export async function guestList(access: Access, query: ListQuery): Promise<KeysetPage<ListedGuest>> {
  const order = orderOfList(query);
  const bounced = query.tab === 'bounced' ? await bouncedGuests(access.event) : [];
  const event = access.event._id;
  const searched = await guestWords(access, query.q);
  const narrowed = narrowing(
    can(access, 'guests.view-contact-details') ? query : { ...query, 'no-email': '' },
  );
  const conditions = [{ event, ...tabFilter(query.tab, bounced) }, ...narrowed, ...searched];
  return keysetPage<ListedGuest>(
    order,
    { place: readPlace(query.page, order), size: limits.pageSize },
    async (reading) =>
      Guests.find({ $and: [...conditions, ...reading.conditions] }, fields)
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<ListedGuest[]>(),
  );
}
