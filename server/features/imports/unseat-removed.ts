import type { Types } from 'mongoose';
import { type Seating, Seatings } from '../../../models/seating.ts';
import { guestOnSeat } from './held-guests.ts';

const ATTEMPTS = 8;

/** Frees the seats of guests who were seated in the very moment in which they were taken off the list. */
export async function unseatRemoved(
  event: Types.ObjectId,
  removed: readonly Types.ObjectId[],
): Promise<void> {
  const gone = new Set(removed.map(String));
  if (gone.size === 0) return;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seating = await Seatings.findById(event, { seats: 1, rev: 1 }).lean<
      Pick<Seating, 'seats' | 'rev'>
    >();
    const taken = Object.entries(seating?.seats ?? {}).filter(([, who]) => gone.has(guestOnSeat(who)));
    if (!seating || taken.length === 0) return;
    const empty = Object.fromEntries(taken.map(([seat]) => [`seats.${seat}`, '']));
    const { matchedCount } = await Seatings.updateOne(
      { _id: event, rev: seating.rev },
      { $unset: empty, $inc: { rev: 1 } },
    );
    if (matchedCount > 0) return;
  }
}
