import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { type Change, changeGuest } from './change-guest.ts';
import { changeGuests, type Outcome } from './change-guests.ts';
import { guestName } from './guest-name.ts';

/** Puts a cancelled guest back on the list, with the invitation and the answer there were. */
export async function restoreGuest(access: Access, id: string): Promise<Guest> {
  return changeGuest(access, id, (guest) => {
    const change = restored(guest);
    if (!change) throw new Refused('guests.not-cancelled', { name: guestName(guest) });
    return change;
  });
}

export async function restoreGuests(access: Access, ids: readonly string[]): Promise<Outcome> {
  return changeGuests(access, ids, restored);
}

function restored(guest: Guest): Change | null {
  if (guest.state !== 'cancelled') return null;
  return { facts: { state: 'listed' }, action: 'audit.guests.restored' };
}
