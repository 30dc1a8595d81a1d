import type { Types } from 'mongoose';
import type { Access } from '../access/access.ts';
import { changeSeating } from '../seating/change-seating.ts';
import { seatOf } from '../seating/move-guest.ts';

/**
 * In the plan of the hall, where there is one, the seat goes with the place. For effects: once moved, a repeat moves
 * nobody.
 */
export async function moveSeat(
  access: Access,
  { from, to }: { from: Types.ObjectId; to: Types.ObjectId },
): Promise<void> {
  const [leaving, coming] = [String(from), String(to)];
  await changeSeating(access, (seating) => {
    const seat = seatOf(seating, leaving);
    if (seat === '' || seatOf(seating, coming) !== '') return null;
    return {
      moves: [
        { who: leaving, from: seat, to: '' },
        { who: coming, from: '', to: seat },
      ],
      step: 'moved',
      isConsequence: true,
      entry: { action: 'audit.substitutes.seat', subject: { kind: 'guest', id: coming }, params: {} },
    };
  });
}
