import type { Seating, SeatMove } from '../../../models/seating.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { seatText } from '../guests/seat-text.ts';
import { changeSeating } from './change-seating.ts';
import type { MoveInput } from './input.ts';
import { layOut, type PlanSeat, seatsOf } from './lay-out.ts';
import { personOf } from './occupant.ts';
import { companionsOf, isExpected } from './seating-guests.ts';

/**
 * Seats somebody, or frees their seat when `to` is empty. Whoever sits there swaps with them, or gets up when there is
 * nothing to swap. It holds only for the seat as it was seen: a seat that has been given away meanwhile is refused.
 */
export async function moveGuest(access: Access, { who, to, saw }: MoveInput): Promise<void> {
  const { guest: id, companion } = personOf(who);
  const guest = await loadGuest(access, id);
  // Whoever is not brought along any more may still get up.
  if (to !== '' && companion > companionsOf(guest).length)
    throw new Refused('seating.no-such-companion', { name: guestName(guest) });
  if (to !== '' && !isExpected(guest)) throw new Refused('seating.not-coming', { name: guestName(guest) });
  await changeSeating(access, async (seating) => {
    const seat = to === '' ? null : freeSeat(seating, to);
    const sitting = seating.seats[to] ?? '';
    if (sitting === who) return null;
    if (sitting !== saw) throw await overtaken(access, sitting);
    const from = seatOf(seating, who);
    if (from === '' && to === '') return null;
    return {
      moves: movesOf({ who, from, to }, sitting),
      step: 'moved',
      entry: {
        action: seat ? 'audit.seating.moved' : 'audit.seating.unseated',
        subject: { kind: 'guest', id: String(guest._id) },
        params: {
          name: guestName(guest),
          seat: seat ? seatText(seat.place, access.event.defaultLocale) : '',
        },
      },
    };
  });
}

export function seatOf({ seats }: Pick<Seating, 'seats'>, who: string): string {
  return Object.entries(seats).find(([, sitting]) => sitting === who)?.[0] ?? '';
}

function movesOf(move: SeatMove, sitting: string): SeatMove[] {
  return sitting === '' ? [move] : [move, { who: sitting, from: move.to, to: move.from }];
}

function freeSeat({ areas }: Seating, key: string): PlanSeat {
  const seat = seatsOf(layOut(areas)).find((each) => each.key === key);
  if (!seat) throw new NotFound('seating.no-such-seat');
  if (seat.blocked) throw new Refused('seating.seat-blocked', { seat: seat.short });
  return seat;
}

async function overtaken(access: Access, sitting: string): Promise<Refused> {
  if (sitting === '') return new Refused('seating.freed-meanwhile');
  const guest = await loadGuest(access, personOf(sitting).guest);
  return new Refused('seating.taken-meanwhile', { name: guestName(guest) });
}
