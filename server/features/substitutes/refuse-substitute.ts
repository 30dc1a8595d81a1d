import type { Mailbox } from '../../../contract/mail.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { standingOf } from '../guests/standing.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { proposalOf } from './proposal.ts';
import { decisionMail } from './substitute-orders.ts';

/** An organiser does not accept the proposed person. The guest has not answered then, and both are told why. */
export async function refuseSubstitute(
  access: Access,
  id: string,
  { reason, from }: { reason: string; from: Mailbox },
): Promise<Guest> {
  demand(access, 'substitutes.decide');
  const guest = await loadGuest(access, id);
  const person = proposalOf(guest);
  if (!person || !guest.answer) throw new Refused('substitutes.nothing-proposed', { name: guestName(guest) });
  const answer = { ...guest.answer, refusal: { by: access.actor.name, at: now(), reason } };
  const entry = audit(access.actor, {
    action: 'audit.substitutes.refused',
    event: access.event._id,
    subject: { kind: 'guest', id },
    params: { name: guestName(guest), substitute: person.name },
  });
  const told = decisionMail('refused', { event: access.event, guest, from });
  const written = await Guests.findOneAndUpdate(
    { _id: guest._id, event: guest.event, rev: guest.rev },
    {
      $set: { answer, standing: standingOf({ ...guest, answer }) },
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, ...told] } },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
  if (!written) throw new Refused('errors.conflict-rev');
  await settleNow(Guests, written._id);
  tellGuests(access.event);
  return written;
}
