import { createHash } from 'node:crypto';
import type { Seating, SeatMove } from '../../../models/seating.ts';
import { type Arrangement, arrange, type Party } from './arrange.ts';
import type { AutomaticInput } from './input.ts';
import { layOut } from './lay-out.ts';
import { companionsOf, isExpected, type SeatingGuest } from './seating-guests.ts';

export interface Proposal {
  moves: SeatMove[];
  arrangement: Arrangement;
  /** Guests who keep the seat they have. */
  staying: number;
  /** Tells whether what is written is what was shown. */
  digest: string;
}

/** What automatic seating would do now; nothing is written. */
export function proposeSeats(
  seating: Pick<Seating, 'areas' | 'seats'>,
  guests: readonly SeatingGuest[],
  input: AutomaticInput,
): Proposal {
  const parties = guests.filter((guest) => isMeant(guest, input)).map((guest) => partyOf(guest, input));
  const arrangement = arrange(layOut(seating.areas), parties, {
    seats: seating.seats,
    options: { delegations: input.delegations, keep: input.keep },
  });
  const moves = movesBetween(seating.seats, arrangement.seats);
  const digest = createHash('sha256')
    .update(JSON.stringify([moves, arrangement.left]))
    .digest('base64url');
  const moved = new Set(moves.map(({ who }) => who));
  const staying = Object.values(arrangement.seats).filter((who) => !moved.has(who)).length;
  return { moves, arrangement, staying, digest };
}

/** Everybody whose seat differs, in the order of their new seats; those who lose theirs last. */
export function movesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): SeatMove[] {
  const [sat, sits] = [before, after].map(
    (seats) => new Map(Object.entries(seats).map(([seat, who]) => [who, seat])),
  );
  const seated = Object.entries(after).flatMap(([to, who]) => {
    const from = sat?.get(who) ?? '';
    return from === to ? [] : [{ who, from, to }];
  });
  const unseated = Object.entries(before).flatMap(([from, who]) =>
    sits?.has(who) ? [] : [{ who, from, to: '' }],
  );
  return [...seated, ...unseated];
}

function isMeant(guest: SeatingGuest, { coming }: AutomaticInput): boolean {
  if (!isExpected(guest)) return false;
  return !coming || guest.standing === 'attending' || guest.standing === 'substitute';
}

function partyOf(guest: SeatingGuest, { companions }: AutomaticInput): Party {
  return {
    id: String(guest._id),
    order: guest.order,
    category: guest.category,
    delegation: guest.delegation,
    companions: companions ? companionsOf(guest).length : 0,
  };
}
