import { type Guest, Guests } from '../../../models/guest.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { contactFor } from './contact-for.ts';
import { factsOf } from './guest-facts.ts';
import { guestName } from './guest-name.ts';
import type { NewGuestInput } from './input.ts';
import { insertGuests, newGuest } from './new-guest.ts';
import { orderAsNow } from './order-anew.ts';
import { tellGuests } from './tell-guests.ts';

/**
 * Puts a person who was typed in on the list, linked with the contact who has this e-mail address and name. The same
 * form sent twice is one guest.
 */
export async function addGuest(access: Access, input: NewGuestInput): Promise<Guest> {
  const { id, ...typed } = input;
  const facts = await factsOf(access, typed);
  const earlier = await sentBefore(access, id);
  if (earlier) return earlier;
  const guest = newGuest(access, { facts, contact: await contactFor(access, input), id });
  const added = await insertGuests([guest]);
  if (added.length === 0) return sameOrRefuse(access, guest);

  await orderAsNow(access.event, added);
  settle(Guests, guest._id);
  tellGuests(access.event);
  return guest;
}

/** Two clicks at once: the other one has put this very guest on the list, or somebody has the same contact there. */
async function sameOrRefuse(access: Access, guest: Guest): Promise<Guest> {
  const same = await sentBefore(access, String(guest._id));
  if (same) return same;
  throw new Refused('guests.already-listed', { name: guestName(guest) });
}

async function sentBefore(access: Access, id: string | undefined): Promise<Guest | null> {
  return id ? Guests.findOne({ _id: id, event: access.event._id }).lean<Guest>() : null;
}
