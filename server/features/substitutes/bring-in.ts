import { z } from 'zod';
import type { Mailbox } from '../../../contract/mail.ts';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests, type Substitute } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, systemAccess } from '../access/access.ts';
import { tiersOf } from '../directory/protocol-rank.ts';
import { computedOf } from '../guests/computed.ts';
import { insertGuests, newGuest } from '../guests/new-guest.ts';
import { orderAsNow } from '../guests/order-anew.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { calendarId } from '../invitations/calendar-id.ts';
import { moveSeat } from './move-seat.ts';
import { nameAsWritten } from './name-as-written.ts';
import { standInMail } from './substitute-orders.ts';

const Approval = z.object({
  event: z.string(),
  original: z.string(),
  standIn: z.string(),
  seat: z.string(),
  headOfDelegation: z.boolean(),
  from: z.object({ name: z.string(), address: z.string() }),
  by: z.object({ name: z.string() }),
});
type Approval = z.output<typeof Approval>;

/** Carries out `stand-in` effects: puts the approved substitutes on the list, once each. */
export async function bringIn(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) await bringOneIn(Approval.parse(data));
}

async function bringOneIn(approval: Approval): Promise<void> {
  const [event, original] = await Promise.all([
    Events.findById(approval.event).lean<Conference>(),
    Guests.findById(approval.original).lean<Guest>(),
  ]);
  const person = original?.answer?.substitute;
  // Taken back before it could be carried out: then nobody comes.
  if (!event || !original || !person || String(original.replacedBy?.guest) !== approval.standIn) return;
  const access = systemAccess(event, approval.by.name);
  const guest = standInOf(access, { original, person, approval });
  const added = await insertGuests([guest]);
  if (added.length > 0) await orderAsNow(event, added);
  else await bringBack(guest, approval.from, event);
  await moveSeat(access, { from: original._id, to: guest._id });
  settle(Guests, guest._id);
  tellGuests(event);
}

function standInOf(
  access: Access,
  { original, person, approval }: { original: Guest; person: Substitute; approval: Approval },
): Guest {
  const { event } = access;
  const guest = newGuest(access, {
    facts: factsOf(original, person, approval),
    contact: null,
    id: approval.standIn,
  });
  const invitation = {
    linkRevision: 1,
    // The mail with the pass makes the link: only whoever writes it holds the key.
    linkHash: '',
    uid: calendarId(approval.from.address),
    sequence: 0,
    wave: original.invitation?.wave ?? 0,
    sentAt: now(),
  };
  const answer = {
    kind: 'attending' as const,
    channel: original.answer?.channel ?? ('staff' as const),
    by: original.answer?.by ?? '',
    at: now(),
    note: '',
    substitute: null,
    key: `stand-in-${approval.standIn}`,
  };
  const { _id, name, addressForm } = original;
  const whole = { ...guest, invitation, answer, standsFor: { guest: _id, name, addressForm } };
  const mails = standInMail({ event, guest: whole, from: approval.from });
  return { ...whole, ...computedOf(whole, event), effects: [...guest.effects, ...mails] };
}

/** Whatever belongs to the seat comes from the guest, whatever belongs to the person from the proposal. */
function factsOf(original: Guest, person: Substitute, { seat, headOfDelegation }: Approval) {
  const { organisation, organisationName, organisationTier, locale, category, side, delegation } = original;
  const position = person.position ? { [locale]: person.position } : {};
  return {
    name: nameAsWritten(person.name),
    addressForm: 'none' as const,
    position,
    organisation,
    organisationName,
    organisationTier,
    email: person.email.trim().toLowerCase(),
    phone: person.phone,
    locale,
    pronunciation: '',
    nationality: '',
    category,
    side,
    delegation,
    headOfDelegation,
    tiers: tiersOf(position),
    seniority: 0,
    seat,
    note: '',
  };
}

/** They were on the list before: back with the seat, as they are written now, and told again. */
async function bringBack(guest: Guest, from: Mailbox, event: Conference): Promise<void> {
  const gone = { _id: guest._id, event: event._id, state: 'cancelled' as const };
  const stored = await Guests.findOne(gone).lean<Guest>();
  if (!stored) return;
  const rev = stored.rev + 1;
  const invitation = invitedAt(stored, guest);
  const { seat, headOfDelegation, answer, email, phone, position, tiers } = guest;
  const facts = { seat, headOfDelegation, answer, email, phone, position, tiers, invitation };
  const back = { ...stored, ...facts, state: 'listed' as const };
  const mails = standInMail({ event, guest: { ...back, rev }, from });
  const written = await Guests.updateOne(
    { ...gone, rev: stored.rev },
    {
      $set: { ...facts, state: 'listed', ...computedOf(back, event) },
      $inc: { rev: 1 },
      $push: { effects: { $each: mails } },
    },
  );
  if (written.matchedCount === 0) throw new Refused('errors.conflict-rev');
  await orderAsNow(event, [guest._id]);
}

/** The link in a mail to another address opens nothing any more. */
function invitedAt({ invitation, email }: Guest, guest: Guest): Guest['invitation'] {
  if (!invitation || email === guest.email) return invitation;
  return { ...invitation, linkRevision: invitation.linkRevision + 1, linkHash: '' };
}
