import { z } from 'zod';
import type { Mailbox } from '../../../contract/mail.ts';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { settle } from '../../platform/database/effects.ts';
import { type Access, systemAccess } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { moveSeat } from './move-seat.ts';
import { withdrawalMail } from './substitute-orders.ts';

const TakenBack = z.object({
  event: z.string(),
  original: z.string(),
  standIn: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  by: z.object({ name: z.string() }),
});

/** Carries out `stand-down` effects: takes substitutes off the list whose approval was taken back, once each. */
export async function takeOff(effects: readonly Effect[]): Promise<void> {
  for (const { data } of effects) await takeOneOff(TakenBack.parse(data));
}

async function takeOneOff(back: z.output<typeof TakenBack>): Promise<void> {
  const [event, original, standIn] = await Promise.all([
    Events.findById(back.event).lean<Conference>(),
    Guests.findById(back.original).lean<Guest>(),
    Guests.findById(back.standIn).lean<Guest>(),
  ]);
  // Approved again before it could be carried out: then they stay.
  if (!event || !original || !standIn || String(original.replacedBy?.guest) === back.standIn) return;
  const access = systemAccess(event, back.by.name);
  await cancel(access, standIn, back.from);
  await moveSeat(access, { from: standIn._id, to: original._id });
  tellGuests(event);
}

async function cancel(access: Access, standIn: Guest, from: Mailbox): Promise<void> {
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
  settle(Guests, standIn._id);
}
