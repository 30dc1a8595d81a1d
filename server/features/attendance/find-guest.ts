import { type Guest, Guests } from '../../../models/guest.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import type { Access } from '../access/access.ts';
import { type PassRefusal, readPass } from '../passes/read-pass.ts';
import { countWrongCode, refuseGuessing } from './wrong-codes.ts';

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
  side: 1,
  delegation: 1,
  seat: 1,
  note: 1,
  answer: 1,
  replacedBy: 1,
  standsFor: 1,
  arrivedAt: 1,
  order: 1,
  pass: 1,
} as const;

/** By event and code. In a rush many passes are looked up with one read. */
const guestByPass = groupRead(async (keys) => {
  const passes = keys.map((key) => key.split(':'));
  const wanted = passes.map(([event = '', code = '']) => ({ event, code }));
  const guests = await Guests.find({ $or: wanted }, guestFields).lean<Guest[]>();
  return new Map(guests.map((guest) => [`${String(guest.event)}:${guest.code}`, guest]));
});

/** What speaks against the pass although the guest is known. */
export type BadPass = 'pass-revoked' | 'pass-replaced';

export type Found =
  { guest: Guest; badPass: BadPass | null } | { guest: null; verdict: 'unknown-code' | PassRefusal };

/**
 * The guest a scan or a choice means, within this event only. Somebody chosen by name needs no pass, so nothing is
 * said of one that was revoked.
 */
export async function findGuest(
  access: Access,
  wanted: { code: string } | { guest: string },
): Promise<Found> {
  const event = access.event._id;
  if ('code' in wanted) return guestWithPass(access, wanted.code);
  const guest = await Guests.findOne({ _id: wanted.guest, event }, guestFields).lean<Guest>();
  return guest ? { guest, badPass: null } : { guest: null, verdict: 'unknown-code' };
}

async function guestWithPass({ event, actor }: Access, text: string): Promise<Found> {
  const read = await readPass(event, text);
  if (read.kind === 'refused') return { guest: null, verdict: read.verdict };
  if (read.kind === 'typed') await refuseGuessing(actor);
  const guest = await guestByPass(`${String(event._id)}:${read.code}`);
  if (guest) return { guest, badPass: guest.pass?.revokedAt ? 'pass-revoked' : null };
  const former = await Guests.findOne(
    { event: event._id, 'pass.former': read.code },
    guestFields,
  ).lean<Guest>();
  if (former) return { guest: former, badPass: 'pass-replaced' };
  if (read.kind === 'typed') await countWrongCode(actor);
  return { guest: null, verdict: 'unknown-code' };
}
