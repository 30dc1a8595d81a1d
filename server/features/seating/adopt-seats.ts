import type { SeatMove } from '../../../models/seating.ts';
import type { Access } from '../access/access.ts';
import { changeSeating } from './change-seating.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { seatingGuests } from './seating-guests.ts';

/**
 * Brings onto the plan the seats that are only written in the list, the higher rank first where two name the same; and
 * seats those who stand in for somebody on the seat they took over.
 */
export async function adoptSeats(access: Access): Promise<void> {
  await changeSeating(access, async (seating) => {
    const conflicts = conflictsOf(seating, await seatingGuests(access));
    const moves = [...handedOver(conflicts), ...newlySeated(conflicts, seating.seats)];
    if (moves.length === 0) return null;
    return {
      moves,
      step: 'adopted',
      entry: {
        action: 'audit.seating.adopted',
        params: { count: moves.filter(({ to }) => to !== '').length },
      },
    };
  });
}

function handedOver(conflicts: readonly Conflict[]): SeatMove[] {
  return conflicts.flatMap(({ kind, other, at, who }) =>
    kind === 'replaced' && other && at && !who.includes('+')
      ? [
          { who, from: at.key, to: '' },
          { who: String(other._id), from: '', to: at.key },
        ]
      : [],
  );
}

function newlySeated(conflicts: readonly Conflict[], seats: Readonly<Record<string, string>>): SeatMove[] {
  const given = new Set<string>(Object.keys(seats));
  return conflicts.flatMap(({ kind, named, who }) => {
    if (kind !== 'listed' || !named || given.has(named.key)) return [];
    given.add(named.key);
    return [{ who, from: '', to: named.key }];
  });
}
