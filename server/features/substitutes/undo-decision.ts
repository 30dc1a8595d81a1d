import { randomUUID } from 'node:crypto';
import type { Mailbox } from '../../../contract/mail.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, type GuestAnswer, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { standingOf } from '../guests/standing.ts';
import { tellGuests } from '../guests/tell-guests.ts';

/** Takes a decision about a substitute back: the proposal waits again, and the guest has seat and pass as before. */
export async function undoDecision(access: Access, id: string, { from }: { from: Mailbox }): Promise<Guest> {
  demand(access, 'substitutes.decide');
  const guest = await loadGuest(access, id);
  // Whoever was approved a moment ago is on the list before they are taken off it.
  await settleNow(Guests, guest._id);
  const standIn = guest.replacedBy && (await Guests.findById(guest.replacedBy.guest).lean<Guest>());
  if (!guest.replacedBy && !guest.answer?.refusal)
    throw new Refused('substitutes.nothing-to-undo', { name: guestName(guest) });
  if (standIn && (await isPresent(access, standIn)))
    throw new Refused('substitutes.is-present', { name: guestName(standIn) });

  const written = await takeBack(access, { guest, standIn, from });
  await settleNow(Guests, written._id);
  tellGuests(access.event);
  return written;
}

interface Undoing {
  guest: Guest;
  standIn: Guest | null | undefined;
  from: Mailbox;
}

/** The fact itself; that the substitute goes, with the seat in the hall, is carried out from its effect. */
async function takeBack(access: Access, { guest, standIn, from }: Undoing): Promise<Guest> {
  const answer = guest.answer && waiting(guest.answer);
  const entry = audit(access.actor, {
    action: 'audit.substitutes.undone',
    event: access.event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), substitute: guest.answer?.substitute?.name ?? '' },
  });
  const place = standIn ? { seat: standIn.seat, headOfDelegation: standIn.headOfDelegation } : {};
  const written = await Guests.findOneAndUpdate(
    { _id: guest._id, event: guest.event, rev: guest.rev },
    {
      $set: { answer, standing: standingOf({ ...guest, answer }), ...place },
      $unset: { replacedBy: '' },
      $inc: { rev: 1 },
      $push: {
        effects: { $each: [entry, ...(standIn ? [standDown(access, { guest, standIn, from })] : [])] },
      },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
  if (!written) throw new Refused('errors.conflict-rev');
  return written;
}

function standDown(
  { event, actor }: Access,
  { guest, standIn, from }: { guest: Guest; standIn: Guest; from: Mailbox },
): Effect {
  const facts = { event: String(event._id), original: String(guest._id), standIn: String(standIn._id) };
  const data = { ...facts, from, by: { name: actor.name } };
  return { id: `stand-down:${randomUUID()}`, kind: 'stand-down', data, at: now() };
}

function waiting({ refusal: _refusal, ...answer }: GuestAnswer): GuestAnswer {
  return answer;
}

// By the check-ins themselves: `arrivedAt` follows them a moment later.
async function isPresent({ event: { _id: event } }: Access, { _id }: Guest): Promise<boolean> {
  const here = { event, list: String(event), guest: _id, 'admission.at': { $gt: new Date(0) } };
  return (await CheckIns.exists(here)) !== null;
}
