import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import type { ArrivedGuest } from '../attendance/check-ins.ts';
import { eventList } from '../door-plan/door-plan.ts';
import { guestFields } from '../attendance/find-guest.ts';
import { standingEntry } from '../attendance/standing-entry.ts';

const SHOWN = 20;

/** Who came in last, newest first. */
export async function latestArrivals({ event }: Access): Promise<ArrivedGuest[]> {
  const checkIns = await CheckIns.find(
    { event: event._id, list: eventList(event), 'admission.at': { $gt: new Date(0) } },
    { guest: 1, admission: 1, passages: 1 },
  )
    .sort({ 'admission.at': -1 })
    .limit(SHOWN)
    .lean<CheckIn[]>();
  const ids = checkIns.map(({ guest }) => guest);
  const guests = await Guests.find({ event: event._id, _id: { $in: ids } }, guestFields).lean<Guest[]>();
  const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
  return checkIns.flatMap((checkIn) => {
    const [guest, admission] = [byId.get(String(checkIn.guest)), standingEntry(checkIn)];
    return guest && admission ? [{ guest, admission }] : [];
  });
}
