import { type QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { type KeysetPage, keysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import { wordConditions } from '../../platform/database/word-search.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { ContactListQuery } from './input.ts';

/** What a row of the list shows. */
const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  email: 1,
  phone: 1,
  locale: 1,
  sortKey: 1,
  archivedAt: 1,
} as const;

export type ListedContact = Pick<Contact, keyof typeof fields | '_id'>;

const byName: Order = { keys: { sortKey: 'text', _id: 'id' }, direction: 1 };
// The order of the index, backwards: whoever was archived last stands first.
const byArchival: Order = { keys: { archivedAt: 'moment', sortKey: 'text', _id: 'id' }, direction: -1 };

/** One page of the directory. Every page costs the same, however many people there are. */
export async function contactList(
  _access: OfficeAccess,
  query: ContactListQuery,
): Promise<KeysetPage<ListedContact>> {
  const order = query.show === 'archived' ? byArchival : byName;
  const shown = shownBy(query);
  const searched = await wordConditions(query.q, (condition, limit) =>
    Contacts.countDocuments({ ...shown, ...condition }).limit(limit),
  );
  return keysetPage<ListedContact>(
    order,
    { place: readPlace(query.page, order), size: limits.pageSize },
    (reading) =>
      Contacts.find({ $and: [shown, ...searched, ...reading.conditions] }, fields)
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<ListedContact[]>(),
  );
}

/** How many there are by the same filters, without the search. */
export async function countContacts(_access: OfficeAccess, query: ContactListQuery): Promise<number> {
  return Contacts.countDocuments(shownBy(query));
}

function shownBy({ show, organisation }: ContactListQuery): QueryFilter<Contact> {
  return {
    ...(organisation ? { organisation } : {}),
    archivedAt: show === 'archived' ? { $gt: new Date(0) } : null,
  };
}
