import { Invalid } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import type { MoveByNameInput } from './input.ts';
import { layOut, seatsOf } from './lay-out.ts';
import { loadSeating } from './load-seating.ts';
import { moveGuest } from './move-guest.ts';
import { seatsByName } from './seat-by-name.ts';

/** The same as dropping somebody on a seat, for whoever types the name of the seat. */
export async function moveByName(access: Access, { who, seat }: MoveByNameInput): Promise<void> {
  const { areas, seats } = await loadSeating(access.event);
  const found = seatsByName(seatsOf(layOut(areas)))(seat);
  if (!found) throw new Invalid([{ path: 'seat', key: 'seating.unknown-name', params: { seat } }]);
  await moveGuest(access, { who, to: found.key, saw: seats[found.key] ?? '' });
}
