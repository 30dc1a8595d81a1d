import type { Mailbox } from '../../../contract/mail.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { type Guest, type GuestAnswer, Guests } from '../../../models/guest.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { standingOf } from '../guests/standing.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { moveSeat } from './move-seat.ts';
import { withdrawalMail } from './substitute-orders.ts';

/** Takes a decision about a substitute back: the proposal waits again, and the guest has seat and pass as before. */
export async function undoDecision(access: Access, id: string, { from }: { from: Mailbox }): Promise<Guest> {
  demand(access, 'substitutes.decide');
  const guest = await loadGuest(access, id);
  const standIn = guest.replacedBy && (await Guests.findById(guest.replacedBy.guest).lean<Guest>());
  if (!guest.replacedBy && !guest.answer?.refusal)
    throw new Refused('substitutes.nothing-to-undo', { name: guestName(guest) });
  if (standIn && (await isPresent(access, standIn)))
    throw new Refused('substitutes.is-present', { name: guestName(standIn) });

  if (standIn) await takeOff(access, standIn, from);
  const written = await takeBack(access, guest, standIn);
  await settleNow(Guests, written._id);
  if (standIn) await moveSeat(access, { from: standIn._id, to: guest._id });
  tellGuests(access.event);
  return written;
}

/** First, so that never two have the place: whoever looks in between sees nobody coming. */
async function takeOff(access: Access, standIn: Guest, from: Mailbox): Promise<void> {
  const entry = audit(access.actor, {
    action: 'audit.guests.cancelled',
    event: access.event._id,
    subject: { kind: 'guest', id: String(standIn._id) },
    params: { name: guestName(standIn) },
  });
  const told = withdrawalMail({ event: access.event, guest: standIn, from });
  await Guests.updateOne(
    { _id: standIn._id, state: 'listed' },
    {
      $set: { state: 'cancelled', standing: 'cancelled' },
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, ...told] } },
    },
  );
  await settleNow(Guests, standIn._id);
}

async function takeBack(access: Access, guest: Guest, standIn: Guest | null | undefined): Promise<Guest> {
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
      $push: { effects: entry },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
  if (!written) throw new Refused('errors.conflict-rev');
  return written;
}

function waiting({ refusal: _refusal, ...answer }: GuestAnswer): GuestAnswer {
  return answer;
}

// By the check-ins themselves: `arrivedAt` follows them a moment later.
async function isPresent({ event: { _id: event } }: Access, { _id }: Guest): Promise<boolean> {
  const here = { event, list: String(event), guest: _id, 'admission.at': { $gt: new Date(0) } };
  return (await CheckIns.exists(here)) !== null;
}
