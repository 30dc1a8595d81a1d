import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { changeGuest } from './change-guest.ts';
import type { LiftInput } from './input.ts';

/** Moves a guest in the order of naming by hand, and says why: up whole rungs, down, or first on the own rung. */
export async function liftGuest(access: Access, id: string, lift: LiftInput): Promise<Guest> {
  return changeGuest(access, id, () => ({
    facts: { lift },
    action: 'audit.guests.lifted',
    params: { places: lift.places, reason: lift.reason },
  }));
}

/** Puts a guest back to where the rank alone says. */
export async function removeLift(access: Access, id: string): Promise<Guest> {
  return changeGuest(access, id, () => ({ facts: { lift: null }, action: 'audit.guests.lift-removed' }));
}
