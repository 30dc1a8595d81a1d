import { randomBytes } from 'node:crypto';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';

export const inbound = { name: 'Ban tổ chức', address: 'rsvp@events.example.org' };

export interface Invited {
  event: Conference;
  guest: Guest;
  /** Of the calendar entry, and in the address for answers. */
  uid: string;
  tag: string;
  replyTo: string;
}

let count = 0;

/** Somebody who has been invited and has not answered. */
export async function makeInvited(given: Partial<Guest> = {}, event?: Conference): Promise<Invited> {
  const at = event ?? (await makeEvent());
  const tag = randomBytes(16).toString('hex');
  const uid = `${tag}@events.example.org`;
  const guest = await makeGuest({
    event: at._id,
    email: `khach${(count += 1)}@mail.example`,
    ...given,
    invitation: {
      linkRevision: 1,
      linkHash: `hash-${tag}`,
      uid,
      sequence: 0,
      wave: 1,
      sentAt: new Date('2026-01-01T00:00:00Z'),
      ...given.invitation,
    },
  });
  return { event: at, guest, uid, tag, replyTo: `rsvp+${tag}@events.example.org` };
}

export async function reload({ guest }: Pick<Invited, 'guest'>): Promise<Guest> {
  return Guests.findById(guest._id).orFail().lean<Guest>();
}
