import type { CheckInList } from '../../../contract/attendance/list.ts';
import { limits } from '../../../contract/limits.ts';
import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { keysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import type { Access } from '../access/access.ts';
import { guestFields } from './find-guest.ts';
import { inNow } from './in-now.ts';
import { standingEntry } from './standing-entry.ts';

const order: Order = { keys: { _id: 'text' }, direction: 1 };

export interface ArrivedGuest {
  guest: Guest;
  admission: Passage;
}

/** Everybody who is in on a list, page by page; `next` is empty on the last. */
export async function checkIns(
  { event }: Access,
  { after, list }: { after: string; list: CheckInList },
): Promise<{ present: ArrivedGuest[]; next: string }> {
  const { rows, next } = await keysetPage(
    order,
    { place: readPlace(after, order), size: limits.pageSize },
    async ({ conditions, sort, limit }) =>
      CheckIns.find({ $and: [inNow(event, list), ...conditions] })
        .sort(sort)
        .limit(limit)
        .lean<CheckIn[]>(),
  );
  const ids = rows.map(({ guest }) => guest);
  const guests = await Guests.find({ event: event._id, _id: { $in: ids } }, guestFields).lean<Guest[]>();
  const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
  const present = rows.flatMap((checkIn) => {
    const [guest, admission] = [byId.get(String(checkIn.guest)), standingEntry(checkIn)];
    return guest && admission ? [{ guest, admission }] : [];
  });
  return { present, next };
}
