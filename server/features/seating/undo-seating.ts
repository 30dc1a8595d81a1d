import type { SeatMove } from '../../../models/seating.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeSeating } from './change-seating.ts';
import { layOut, seatsOf } from './lay-out.ts';

/** Takes the last step back, as long as everybody in it still sits where it put them, and the old seats are there. */
export async function undoSeating(access: Access, { step: id }: { step: string }): Promise<void> {
  await changeSeating(access, (seating) => {
    const step = seating.steps.at(-1);
    if (!step || step.id !== id) throw new Refused('seating.undo-overtaken');
    const moves: SeatMove[] = step.moves.map(({ who, from, to }) => ({ who, from: to, to: from }));
    const leaving = new Set(moves.map(({ from }) => from));
    const sitting = new Map(Object.entries(seating.seats).map(([seat, who]) => [who, seat]));
    const drawn = new Set(seatsOf(layOut(seating.areas)).map(({ key }) => key));
    const isFree = (seat: string) => leaving.has(seat) || seating.seats[seat] === undefined;
    const holds = moves.every(
      ({ who, from, to }) =>
        (sitting.get(who) ?? '') === from && (to === '' || (drawn.has(to) && isFree(to))),
    );
    if (!holds) throw new Refused('seating.undo-overtaken');
    return {
      moves,
      step: 'back',
      entry: { action: 'audit.seating.undone', params: { count: moves.length } },
    };
  });
}
