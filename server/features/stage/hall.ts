import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import type { Introducible } from './introductions.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  pronunciation: 1,
  order: 1,
  standsFor: 1,
} as const;

/** Everybody in the hall now, by the check-ins themselves. */
export async function guestsInHall(access: Access): Promise<Introducible[]> {
  const event = access.event._id;
  const checkIns = await CheckIns.find(
    { event, list: String(event), 'admission.at': { $gt: new Date(0) } },
    { guest: 1, 'admission.at': 1, 'admission.substitute': 1 },
  ).lean<CheckIn[]>();
  const admissions = new Map(checkIns.map(({ guest, admission }) => [String(guest), admission]));
  const guests = await Guests.find({ event, _id: { $in: checkIns.map(({ guest }) => guest) } }, fields).lean<
    Guest[]
  >();
  return guests.map((guest) => {
    const admission = admissions.get(String(guest._id));
    return { ...guest, substitute: admission?.substitute ?? '', admittedAt: admission?.at ?? new Date(0) };
  });
}
