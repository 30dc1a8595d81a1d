import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests, type Substitute } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle, settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { refuseSomebodyHere } from './refuse-somebody-here.ts';
import { proposalOf } from './proposal.ts';
import { decisionMail } from './substitute-orders.ts';

/**
 * An organiser lets the proposed person come. The guest's seat and place in the delegation go to a guest of their own,
 * with their own pass; the guest's pass is refused from this write on. Who comes is one person, before and after.
 */
export async function approveSubstitute(
  access: Access,
  id: string,
  { from }: { from: Mailbox },
): Promise<Guest> {
  demand(access, 'substitutes.decide');
  const guest = await loadGuest(access, id);
  const approved = await writeApproval(access, guest, from);
  if (!approved) throw new Refused('errors.conflict-rev');
  await settleNow(Guests, approved._id);
  return approved;
}

/** The fact itself; what follows is carried out from its effects. Null when somebody else was quicker. */
export async function writeApproval(access: Access, guest: Guest, from: Mailbox): Promise<Guest | null> {
  const person = proposalOf(guest);
  if (!person) throw new Refused('substitutes.nothing-proposed', { name: guestName(guest) });
  if (guest.arrivedAt) throw new Refused('substitutes.is-present', { name: guestName(guest) });
  await refuseSomebodyHere(access, guest, person);
  const standIn = await earlierStandIn(access, guest, person);
  const replacedBy = { guest: standIn, name: person.name, by: access.actor.name, at: now() };
  const entry = audit(access.actor, {
    action: 'audit.substitutes.approved',
    event: access.event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), substitute: person.name },
  });
  const told = decisionMail('approved', { event: access.event, guest, from });
  const written = await Guests.findOneAndUpdate(
    { _id: guest._id, event: guest.event, rev: guest.rev },
    {
      $set: { replacedBy, seat: '', headOfDelegation: false },
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, bringIn(access, guest, { standIn, from }), ...told] } },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
  if (!written) return null;
  settle(Guests, written._id);
  tellGuests(access.event);
  return written;
}

function bringIn(
  { event, actor }: Access,
  { _id, seat, headOfDelegation }: Guest,
  { standIn, from }: { standIn: Types.ObjectId; from: Mailbox },
): Effect {
  const facts = { event: String(event._id), original: String(_id), standIn: String(standIn) };
  const by = { kind: actor.kind, id: actor.id, name: actor.name };
  const data = { ...facts, seat, headOfDelegation, from, by };
  return { id: `stand-in:${randomUUID()}`, kind: 'stand-in', data, at: now() };
}

/** The same person, approved before and taken back, is not put on the list a second time. */
async function earlierStandIn(
  { event }: Access,
  guest: Guest,
  { name }: Substitute,
): Promise<Types.ObjectId> {
  const earlier = await Guests.find({ event: event._id, 'standsFor.guest': guest._id }, { name: 1 }).lean<
    Pick<Guest, '_id' | 'name'>[]
  >();
  return earlier.find((each) => guestName(each) === name)?._id ?? new Types.ObjectId();
}
