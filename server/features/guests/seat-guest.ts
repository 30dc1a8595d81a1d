import type { Guest } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { changeGuest } from './change-guest.ts';

/** Says where a guest sits; an empty seat is none. */
export async function seatGuest(access: Access, id: string, seat: string): Promise<Guest> {
  return changeGuest(access, id, () => ({
    facts: { seat },
    action: seat === '' ? 'audit.guests.unseated' : 'audit.guests.seated',
    params: { seat },
  }));
}
