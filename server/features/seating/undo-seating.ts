import type { SeatMove } from '../../../models/seating.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeSeating } from './change-seating.ts';

/** Takes the last step back, as long as everybody in it still sits where it put them. */
export async function undoSeating(access: Access, { step: id }: { step: string }): Promise<void> {
  await changeSeating(access, (seating) => {
    const step = seating.steps.at(-1);
    if (!step || step.id !== id) throw new Refused('seating.undo-overtaken');
    const moves: SeatMove[] = step.moves.map(({ who, from, to }) => ({ who, from: to, to: from }));
    const leaving = new Set(moves.map(({ from }) => from));
    const sitting = new Map(Object.entries(seating.seats).map(([seat, who]) => [who, seat]));
    const holds = moves.every(
      ({ who, from, to }) =>
        (sitting.get(who) ?? '') === from &&
        (to === '' || leaving.has(to) || seating.seats[to] === undefined),
    );
    if (!holds) throw new Refused('seating.undo-overtaken');
    return {
      moves,
      step: 'back',
      entry: { action: 'audit.seating.undone', params: { count: moves.length } },
    };
  });
}
