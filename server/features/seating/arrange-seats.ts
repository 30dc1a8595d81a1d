import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changeSeating } from './change-seating.ts';
import type { AutomaticInput } from './input.ts';
import { proposeSeats } from './propose-seats.ts';
import { seatingGuests } from './seating-guests.ts';

/** Writes the arrangement that was shown. When the list or the hall has changed since, it is shown again instead. */
export async function arrangeSeats(access: Access, input: AutomaticInput): Promise<void> {
  await changeSeating(access, async (seating) => {
    const { moves, digest } = proposeSeats(seating, await seatingGuests(access), input);
    if (digest !== input.digest) throw new Refused('seating.proposal-changed');
    if (moves.length === 0) return null;
    const count = moves.filter(({ to }) => to !== '').length;
    return { moves, step: 'arranged', entry: { action: 'audit.seating.arranged', params: { count } } };
  });
}
