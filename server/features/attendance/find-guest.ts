import { type Guest, Guests } from '../../../models/guest.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import type { Access } from '../access/access.ts';
import { readPass } from './pass-code.ts';

/** What the door and the console need of a guest. */
export const guestFields = {
  event: 1,
  code: 1,
  state: 1,
  standing: 1,
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  category: 1,
  seat: 1,
  note: 1,
  answer: 1,
  replacedBy: 1,
  standsFor: 1,
  arrivedAt: 1,
  order: 1,
} as const;

/** By event and code. In a rush many passes are looked up with one read. */
const guestByPass = groupRead(async (keys) => {
  const passes = keys.map((key) => key.split(':'));
  const wanted = passes.map(([event = '', code = '']) => ({ event, code }));
  const guests = await Guests.find({ $or: wanted }, guestFields).lean<Guest[]>();
  return new Map(guests.map((guest) => [`${String(guest.event)}:${guest.code}`, guest]));
});

export type Found = { guest: Guest } | { guest: null; verdict: 'unknown-code' | 'other-event' };

/** The guest a scan or a choice means, within this event only. */
export async function findGuest(
  access: Access,
  wanted: { code: string } | { guest: string },
): Promise<Found> {
  const event = access.event._id;
  if ('guest' in wanted) {
    const guest = await Guests.findOne({ _id: wanted.guest, event }, guestFields).lean<Guest>();
    return guest ? { guest } : { guest: null, verdict: 'unknown-code' };
  }
  const pass = readPass(wanted.code);
  if (pass.shortId !== null && pass.shortId !== access.event.shortId)
    return { guest: null, verdict: 'other-event' };
  const guest = await guestByPass(`${String(event)}:${pass.code}`);
  return guest ? { guest } : { guest: null, verdict: 'unknown-code' };
}
