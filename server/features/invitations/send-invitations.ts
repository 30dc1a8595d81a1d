import type { Mailbox } from '../../../contract/mail.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import type { Access } from '../access/access.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { reviewAudience, writtenTo } from './audience.ts';
import type { SendInput } from './input.ts';
import { invitationWrite, reminderWrite, type Writing } from './invitation-writes.ts';
import { latestWave } from './waves.ts';

export interface Sender {
  /** The key that personal links are derived from. */
  linkKey: string;
  from: Mailbox;
}

/** What is needed of the driver's collection. */
interface BulkTarget {
  bulkWrite(operations: readonly object[], options: object): Promise<{ modifiedCount: number }>;
}

const collection: BulkTarget = Guests.collection;
const BATCH = 500;
const typedAbove = 20;

/** Whether sending to so many asks for the number to be typed. */
export function needsTyping(count: number): boolean {
  return count > typedAbove;
}

/**
 * Invites, or reminds, everybody the review page named. Each guest is one write that carries the mail, so that a
 * crash in the middle leaves nobody half invited, and a repeat finds nobody left to write to.
 */
export async function sendInvitations(access: Access, input: SendInput, sender: Sender): Promise<number> {
  if (access.event.state === 'draft') throw new Refused('invitations.event-draft');
  if (access.event.state === 'closed' || access.event.state === 'archived')
    throw new Refused('invitations.closed.over');
  const { ready } = await reviewAudience(access, input);
  if (ready === 0) throw new Refused('invitations.nobody-left');
  if (ready !== input.expected) throw new Refused('invitations.audience-changed', { count: ready });
  if (needsTyping(ready) && Number(input.confirmation.replaceAll(/[\s.,]/g, '')) !== ready)
    throw new Refused('invitations.number-wrong', { count: ready });

  const writing = { ...sender, access, wave: (await latestWave(access.event)) + 1, at: now() };
  const sent = await writeAll(input, writing);
  tellGuests(access.event);
  return sent;
}

async function writeAll(input: SendInput, writing: Writing): Promise<number> {
  let sent = 0;
  // Whoever was written to is in the audience no longer; guests somebody else just changed are met again.
  for (let idle = 0; idle < 3;) {
    const guests = await Guests.find(writtenTo(writing.access, input)).limit(BATCH).lean<Guest[]>();
    const addressed = guests.filter(({ email }) => isMailAddress(email));
    if (addressed.length === 0) return sent;
    const written = await writeBatch(addressed, input, writing);
    sent += written;
    if (written === 0) idle += 1;
  }
  return sent;
}

async function writeBatch(guests: readonly Guest[], input: SendInput, writing: Writing): Promise<number> {
  const write = input.who === 'silent' ? reminderWrite : invitationWrite;
  const operations = guests.map((guest) => ({ updateOne: write(guest, writing) }));
  // The plain driver: the writes are made by our own code, and casting ten thousand of them costs a third of the time.
  const { modifiedCount } = await collection.bulkWrite(operations, { ordered: false });
  for (const { _id } of guests) settle(Guests, _id);
  return modifiedCount;
}
