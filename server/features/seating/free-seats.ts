import type { Access } from '../access/access.ts';
import { changeSeating } from './change-seating.ts';
import { conflictsOf } from './conflicts.ts';
import { seatOf } from './move-guest.ts';
import { seatingGuests } from './seating-guests.ts';

/** Frees every seat of those who will not come, and of those whose seat is not there any more. */
export async function freeSeats(access: Access): Promise<void> {
  await changeSeating(access, async (seating) => {
    const conflicts = conflictsOf(seating, await seatingGuests(access));
    const moves = conflicts
      .filter(({ kind }) => kind === 'not-coming' || kind === 'gone' || kind === 'blocked')
      .map(({ who }) => ({ who, from: seatOf(seating, who), to: '' }));
    if (moves.length === 0) return null;
    return {
      moves,
      step: 'cleared',
      entry: { action: 'audit.seating.cleared', params: { count: moves.length } },
    };
  });
}
