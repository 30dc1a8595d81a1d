import type { QueryFilter } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type StrayScan, StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { guestFields, type Shown } from './doubles.ts';
import { readStray, type StrayFacts } from './read-stray.ts';

const MOST_WAITING = 1000;
const MOST_DECIDED = 200;
const waits = { 'decisions.0': { $exists: false } };
const isOver = { 'decisions.0': { $exists: true } };

export interface StrayCase {
  stray: StrayScan;
  /** What can be understood of it. */
  facts: StrayFacts;
  /** Whom somebody has recognised. */
  other: Shown | null;
}

/** What devices uploaded that means nobody of the event: what waits first, then what was decided, the latest before. */
export async function strays({ event }: Access): Promise<StrayCase[]> {
  const [waiting, decided] = await Promise.all([
    latest({ event: event._id, ...waits }, MOST_WAITING),
    latest({ event: event._id, ...isOver }, MOST_DECIDED),
  ]);
  const guests = await guestsOf(event._id, decided);
  return [...waiting, ...decided].map((stray) => {
    const moved = stray.decisions?.at(-1)?.stands.elsewhere;
    const other = moved ? (guests.get(String(moved.guest)) ?? null) : null;
    return { stray, facts: readStray(stray), other };
  });
}

/** How many nobody has looked at. */
export async function straysWaiting({ event }: Access): Promise<number> {
  return StrayScans.countDocuments({ event: event._id, ...waits });
}

function latest(wanted: QueryFilter<StrayScan>, most: number): Promise<StrayScan[]> {
  return StrayScans.find(wanted).sort({ receivedAt: -1 }).limit(most).lean<StrayScan[]>();
}

async function guestsOf(event: Guest['event'], found: readonly StrayScan[]): Promise<Map<string, Shown>> {
  const ids = found.flatMap(({ decisions = [] }) =>
    decisions.flatMap(({ stands }) => (stands.elsewhere ? [stands.elsewhere.guest] : [])),
  );
  if (ids.length === 0) return new Map();
  const guests = await Guests.find({ event, _id: { $in: ids } }, guestFields).lean<Shown[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}
