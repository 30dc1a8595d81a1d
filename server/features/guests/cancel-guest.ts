import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { type Change, changeGuest } from './change-guest.ts';
import { changeGuests, type Outcome } from './change-guests.ts';
import { guestName } from './guest-name.ts';

/** Takes a guest off the list: still written there, no longer expected, refused at the door. */
export async function cancelGuest(access: Access, id: string): Promise<Guest> {
  return changeGuest(access, id, (guest) => {
    const change = cancelled(guest);
    if (!change) throw new Refused('guests.already-cancelled', { name: guestName(guest) });
    return change;
  });
}

export async function cancelGuests(access: Access, ids: readonly string[]): Promise<Outcome> {
  return changeGuests(access, ids, cancelled);
}

function cancelled(guest: Guest): Change | null {
  if (guest.state === 'cancelled') return null;
  return { facts: { state: 'cancelled' }, action: 'audit.guests.cancelled' };
}
