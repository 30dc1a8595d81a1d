import { Guests } from '../../../models/guest.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Access } from '../access/access.ts';
import type { Introducible } from './introductions.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  pronunciation: 1,
  order: 1,
  arrivedAt: 1,
  category: 1,
} as const;

/** Everybody in the hall now, by the check-ins themselves. */
export async function guestsInHall(access: Access): Promise<Introducible[]> {
  const event = access.event._id;
  const checkIns = await CheckIns.find(
    { event, list: String(event), 'admission.at': { $gt: new Date(0) } },
    { guest: 1 },
  ).lean();
  const ids = checkIns.map((checkIn) => checkIn.guest);
  return Guests.find({ event, _id: { $in: ids } }, fields).lean<Introducible[]>();
}
