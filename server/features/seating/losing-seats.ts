import { createHash } from 'node:crypto';
import type { Seating, SeatingArea, SeatMove } from '../../../models/seating.ts';
import type { Access } from '../access/access.ts';
import { layOut, seatsOf } from './lay-out.ts';
import { personOf } from './occupant.ts';
import { guestsById, isExpected, seatedGuests, type SeatingGuest } from './seating-guests.ts';

/** Somebody who sits on a seat that another drawing of the hall does not have. */
export interface Loser extends SeatMove {
  guest: SeatingGuest;
}

/** Everybody gets up whose seat is not drawn in these parts, or is not in use there. */
export function gettingUp(
  seats: Readonly<Record<string, string>>,
  areas: readonly SeatingArea[],
): SeatMove[] {
  const plan = seatsOf(layOut(areas)).filter(({ blocked }) => !blocked);
  const stay = new Set(plan.map(({ key }) => key));
  return Object.entries(seats).flatMap(([from, who]) => (stay.has(from) ? [] : [{ who, from, to: '' }]));
}

/** Those of them who are still expected, in protocol order: they will have to be seated anew. */
export async function losingSeats(
  access: Access,
  { seats }: Pick<Seating, 'seats'>,
  areas: readonly SeatingArea[],
): Promise<Loser[]> {
  const moves = gettingUp(seats, areas);
  if (moves.length === 0) return [];
  const standing = Object.fromEntries(moves.map(({ from, who }) => [from, who]));
  const guests = guestsById(await seatedGuests(access, standing));
  return moves
    .flatMap((move) => {
      const guest = guests.get(personOf(move.who).guest);
      return guest && isExpected(guest) ? [{ ...move, guest }] : [];
    })
    .toSorted((a, b) => (a.guest.order < b.guest.order ? -1 : 1));
}

/** Stands for exactly these people: whoever agrees to their getting up agrees to nobody else's. */
export function agreementTo(losers: readonly SeatMove[]): string {
  const facts = losers.map(({ who, from }) => `${who} ${from}`).toSorted();
  return createHash('sha256').update(facts.join('\n')).digest('base64url').slice(0, 16);
}
