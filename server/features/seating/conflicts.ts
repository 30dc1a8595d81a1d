import type { Seating } from '../../../models/seating.ts';
import { layOut, type PlanSeat, seatsOf } from './lay-out.ts';
import { personOf } from './occupant.ts';
import { isWritten, seatsByName } from './seat-by-name.ts';
import { guestsById, isExpected, type SeatingGuest } from './seating-guests.ts';

/**
 * Where plan and list disagree: a seat that is no longer drawn, or blocked; somebody who will not come; a substitute
 * who took over; a seat in the list that somebody else has, that is free, that does not exist, or that differs.
 */
export type ConflictKind =
  'gone' | 'blocked' | 'not-coming' | 'replaced' | 'twice' | 'listed' | 'no-such-seat' | 'differs';

export interface Conflict {
  kind: ConflictKind;
  guest: SeatingGuest;
  /** Seat on the plan, empty when the guest has none. */
  at: PlanSeat | null;
  who: string;
  /** The seat the list names, if there is one of that name. */
  named: PlanSeat | null;
  /** Who sits there, or who took over. */
  other: SeatingGuest | null;
}

export function conflictsOf(
  seating: Pick<Seating, 'areas' | 'seats'>,
  guests: readonly SeatingGuest[],
): Conflict[] {
  const seats = seatsOf(layOut(seating.areas));
  if (seats.length === 0) return [];
  const facts = { seating, seats: new Map(seats.map((seat) => [seat.key, seat])), known: guestsById(guests) };
  return [...onThePlan(facts), ...inTheList(facts, seats)];
}

interface Facts {
  seating: Pick<Seating, 'areas' | 'seats'>;
  seats: ReadonlyMap<string, PlanSeat>;
  known: ReadonlyMap<string, SeatingGuest>;
}

function onThePlan({ seating, seats, known }: Facts): Conflict[] {
  return Object.entries(seating.seats).flatMap(([key, who]) => {
    const guest = known.get(personOf(who).guest);
    if (!guest) return [];
    const at = seats.get(key) ?? null;
    const other = known.get(String(guest.replacedBy?.guest)) ?? null;
    const kind = troubleWith(guest, at);
    return kind ? [{ kind, guest, at, who, named: null, other }] : [];
  });
}

function troubleWith(guest: SeatingGuest, at: PlanSeat | null): ConflictKind | null {
  if (guest.replacedBy) return 'replaced';
  if (!isExpected(guest)) return 'not-coming';
  if (!at) return 'gone';
  return at.blocked ? 'blocked' : null;
}

function inTheList({ seating, seats, known }: Facts, all: readonly PlanSeat[]): Conflict[] {
  // Spelling out every seat of a large hall takes a while, and hardly ever is one asked for.
  let called: ReturnType<typeof seatsByName> | null = null;
  const sitting = new Map(Object.entries(seating.seats).map(([key, who]) => [who, key]));
  return [...known.values()].flatMap((guest) => {
    if (guest.seat === '' || !isExpected(guest)) return [];
    const who = String(guest._id);
    const at = seats.get(sitting.get(who) ?? '') ?? null;
    if (at && isWritten(at, guest.seat)) return [];
    called ??= seatsByName(all);
    const named = called(guest.seat);
    // A seat that has gone is told of once, by the plan.
    if ((at && named === at) || (!at && sitting.has(who))) return [];
    const holder = named ? (known.get(personOf(seating.seats[named.key] ?? '').guest) ?? null) : null;
    return [{ kind: disagreement({ at, named, holder }), guest, at, who, named, other: holder }];
  });
}

function disagreement(found: Pick<Conflict, 'at' | 'named'> & { holder: SeatingGuest | null }): ConflictKind {
  if (found.at) return 'differs';
  if (!found.named) return 'no-such-seat';
  if (found.named.blocked) return 'no-such-seat';
  // The one who stands in for somebody brings along the seat as it was written down.
  if (found.holder) return found.holder.replacedBy ? 'listed' : 'twice';
  return 'listed';
}
