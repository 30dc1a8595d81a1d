import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { readPass } from './pass-code.ts';

/** What the door and the console need of a guest. */
export const guestFields = {
  event: 1,
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
  arrivedAt: 1,
  order: 1,
} as const;

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
  const guest = await Guests.findOne({ event, code: pass.code }, guestFields).lean<Guest>();
  return guest ? { guest } : { guest: null, verdict: 'unknown-code' };
}
