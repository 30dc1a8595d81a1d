import { type Guest, Guests } from '../../../models/guest.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { guestFields, type Shown } from './doubles.ts';
import { readStray, type StrayFacts } from './read-stray.ts';

const MOST = 200;

export interface StrayCase {
  stray: StrayScan;
  /** What can be understood of it. */
  facts: StrayFacts;
  /** Whom somebody has recognised. */
  other: Shown | null;
}

/** What devices uploaded that means nobody of the event: what waits first, then what was decided. */
export async function strays({ event }: Access): Promise<StrayCase[]> {
  const found = await StrayScans.find({ event: event._id })
    .sort({ receivedAt: -1 })
    .limit(MOST)
    .lean<StrayScan[]>();
  const guests = await guestsOf(event._id, found);
  return found
    .map((stray) => {
      const moved = stray.decisions?.at(-1)?.stands.elsewhere;
      const other = moved ? (guests.get(String(moved.guest)) ?? null) : null;
      return { stray, facts: readStray(stray), other };
    })
    .toSorted((a, b) => Number(isDecided(a.stray)) - Number(isDecided(b.stray)));
}

/** How many nobody has looked at. */
export async function straysWaiting({ event }: Access): Promise<number> {
  return StrayScans.countDocuments({ event: event._id, 'decisions.0': { $exists: false } });
}

function isDecided({ decisions = [] }: StrayScan): boolean {
  return decisions.length > 0;
}

async function guestsOf(event: Guest['event'], found: readonly StrayScan[]): Promise<Map<string, Shown>> {
  const ids = found.flatMap(({ decisions = [] }) =>
    decisions.flatMap(({ stands }) => (stands.elsewhere ? [stands.elsewhere.guest] : [])),
  );
  if (ids.length === 0) return new Map();
  const guests = await Guests.find({ event, _id: { $in: ids } }, guestFields).lean<Shown[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}
