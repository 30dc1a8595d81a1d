import { CheckIns } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { type Change, changeGuest } from './change-guest.ts';
import { changeGuests, type Outcome } from './change-guests.ts';
import { guestName } from './guest-name.ts';

/**
 * Takes a guest off the list: still written there, no longer expected, refused at the door. Nobody who is in the hall:
 * they are counted there.
 */
export async function cancelGuest(access: Access, id: string): Promise<Guest> {
  const present = (await countPresent(access, [id])) > 0;
  return changeGuest(access, id, (guest) => {
    if (present) throw new Refused('guests.is-present', { name: guestName(guest) });
    const change = cancelled(guest);
    if (!change) throw new Refused('guests.already-cancelled', { name: guestName(guest) });
    return change;
  });
}

export async function cancelGuests(access: Access, ids: readonly string[]): Promise<Outcome> {
  const count = await countPresent(access, ids);
  if (count > 0) throw new Refused('guests.bulk.some-present', { count });
  return changeGuests(access, ids, cancelled);
}

function cancelled(guest: Guest): Change | null {
  if (guest.state === 'cancelled') return null;
  return { facts: { state: 'cancelled' }, action: 'audit.guests.cancelled' };
}

// By the check-ins themselves: `arrivedAt` follows them a moment later.
async function countPresent({ event: { _id: event } }: Access, ids: readonly string[]): Promise<number> {
  return CheckIns.countDocuments({
    event,
    list: String(event),
    guest: { $in: ids },
    'admission.at': { $gt: new Date(0) },
  });
}
