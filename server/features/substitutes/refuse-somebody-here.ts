import { type Guest, Guests, type Substitute } from '../../../models/guest.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

/** Who is on the list already comes in their own right, and cannot take another's seat as well. */
export async function refuseSomebodyHere(
  { event }: Access,
  guest: Pick<Guest, '_id'>,
  { email, name }: Substitute,
): Promise<void> {
  const address = email.trim().toLowerCase();
  if (address === '') return;
  const here = await Guests.exists({
    event: event._id,
    email: address,
    state: 'listed',
    _id: { $ne: guest._id },
    // Approved before, and on the way off the list.
    'standsFor.guest': { $ne: guest._id },
  });
  if (here) throw new Refused('substitutes.already-listed', { name });
}
