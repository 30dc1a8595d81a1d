import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeGuest } from './change-guest.ts';
import { factsOf } from './guest-facts.ts';
import type { EditGuestInput } from './input.ts';

/** Saves what was typed, on the revision the editor saw. */
export async function editGuest(access: Access, id: string, input: EditGuestInput): Promise<Guest> {
  const { rev, ...typed } = input;
  const facts = await factsOf(access, typed);
  return changeGuest(access, id, (guest) => {
    if (guest.rev !== rev) throw new Refused('errors.conflict-rev');
    return { facts, action: 'audit.guests.edited' };
  });
}
