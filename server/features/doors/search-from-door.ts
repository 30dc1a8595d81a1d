import type { DoorGuest } from '../../../contract/door/sync.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { searchAtDoor } from '../attendance/door-search.ts';
import { guestRow, rowFields } from '../door-list/guest-row.ts';

const MOST = 20;
/** Whoever types this many digits has been told the number; fewer would find people by chance. */
const WHOLE_NUMBER = 9;

/**
 * Who may be meant by what was typed at a device. It keeps no telephone numbers, so only here somebody is found by
 * theirs; the number itself is not told.
 */
export async function searchFromDoor(access: Access, query: string): Promise<DoorGuest[]> {
  const [named, called] = await Promise.all([searchAtDoor(access, query), byPhone(access, query)]);
  const ids = [...called, ...named].map(({ _id }) => _id);
  const rows = await Guests.find({ _id: { $in: ids }, event: access.event._id }, rowFields)
    .sort({ order: 1, _id: 1 })
    .limit(MOST)
    .lean<Guest[]>();
  return rows.map((guest) => guestRow(guest, access.event));
}

async function byPhone({ event }: Access, query: string): Promise<Pick<Guest, '_id'>[]> {
  const digits = query.replaceAll(/[\s+().-]+/g, '');
  if (!/^\d+$/.test(digits) || digits.length < WHOLE_NUMBER) return [];
  return Guests.find({ event: event._id, contactWords: digits }, { _id: 1 })
    .limit(MOST)
    .lean<Pick<Guest, '_id'>[]>();
}
