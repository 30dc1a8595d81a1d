import { type Guest, Guests } from '../../../models/guest.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { contactFor } from './contact-for.ts';
import { factsOf } from './guest-facts.ts';
import { guestName } from './guest-name.ts';
import type { NewGuestInput } from './input.ts';
import { insertGuests, newGuest } from './new-guest.ts';
import { tellGuests } from './tell-guests.ts';

/**
 * Puts a person who was typed in on the list, linked with the contact who has this e-mail address and name. A form
 * sent twice is one guest.
 */
export async function addGuest(access: Access, input: NewGuestInput): Promise<Guest> {
  const { id, ...typed } = input;
  const facts = await factsOf(access, typed);
  const contact = await contactFor(access, facts);
  const guest = newGuest(access, { facts, contact, id });
  const added = await insertGuests([guest]);
  if (added.length === 0) throw new Refused('guests.already-listed', { name: guestName(guest) });

  settle(Guests, guest._id);
  tellGuests(access.event);
  return guest;
}
