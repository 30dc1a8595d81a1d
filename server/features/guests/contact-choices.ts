import { limits } from '../../../contract/limits.ts';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { Guests } from '../../../models/guest.ts';
import { type KeysetPage, keysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import { wordConditions } from '../../platform/database/word-search.ts';
import type { Access } from '../access/access.ts';
import type { DirectoryQuery } from './input.ts';

const fields = { name: 1, position: 1, organisationName: 1, sortKey: 1 } as const;
const byName: Order = { keys: { sortKey: 'text', _id: 'id' }, direction: 1 };

export type ContactChoice = Pick<Contact, keyof typeof fields | '_id'> & { listed: boolean };

/** People of the directory to be put on the list; whoever is on it already is marked. */
export async function contactChoices(
  access: Access,
  query: DirectoryQuery,
): Promise<KeysetPage<ContactChoice>> {
  const searched = await wordConditions(query.q, (condition, limit) =>
    Contacts.countDocuments({ archivedAt: null, ...condition }).limit(limit),
  );
  const page = await keysetPage(
    byName,
    { place: readPlace(query.page, byName), size: limits.pageSize },
    (reading) =>
      Contacts.find({ $and: [{ archivedAt: null }, ...searched, ...reading.conditions] }, fields)
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<Omit<ContactChoice, 'listed'>[]>(),
  );
  const ids = page.rows.map(({ _id }) => _id);
  const listed = await Guests.find(
    { event: access.event._id, contact: { $in: ids, $type: 'objectId' } },
    { contact: 1 },
  ).lean();
  const here = new Set(listed.map(({ contact }) => String(contact)));
  return { ...page, rows: page.rows.map((row) => ({ ...row, listed: here.has(String(row._id)) })) };
}
