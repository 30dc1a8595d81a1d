import type { QueryFilter } from 'mongoose';
import { Doors } from '../../../models/door.ts';
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
  /** Whom the device named, if they are on the list. */
  meant: Shown | null;
  /** The device was revoked: that is why it was kept apart, and it may be right in all it says. */
  isRevoked: boolean;
}

/** What devices uploaded that means nobody of the event: what waits first, then what was decided, the latest before. */
export async function strays({ event }: Access): Promise<StrayCase[]> {
  const [waiting, decided] = await Promise.all([
    latest({ event: event._id, ...waits }, MOST_WAITING),
    latest({ event: event._id, ...isOver }, MOST_DECIDED),
  ]);
  const all = [...waiting, ...decided].map((stray) => ({ stray, facts: readStray(stray) }));
  const [guests, revoked] = await Promise.all([guestsOf(event._id, all), revokedDoors(event._id)]);
  return all.map(({ stray, facts }) => {
    const moved = stray.decisions?.at(-1)?.stands.elsewhere;
    const other = moved ? (guests.get(String(moved.guest)) ?? null) : null;
    const meant = guests.get(facts.guest) ?? null;
    return { stray, facts, other, meant, isRevoked: revoked.has(stray.door.id) };
  });
}

/** How many nobody has looked at. */
export async function straysWaiting({ event }: Access): Promise<number> {
  return StrayScans.countDocuments({ event: event._id, ...waits });
}

function latest(wanted: QueryFilter<StrayScan>, most: number): Promise<StrayScan[]> {
  return StrayScans.find(wanted).sort({ receivedAt: -1 }).limit(most).lean<StrayScan[]>();
}

async function revokedDoors(event: Guest['event']): Promise<Set<string>> {
  const ids = await Doors.distinct('_id', { event, revokedAt: { $ne: null } });
  return new Set(ids.map(String));
}

async function guestsOf(
  event: Guest['event'],
  found: readonly Pick<StrayCase, 'stray' | 'facts'>[],
): Promise<Map<string, Shown>> {
  const ids = found.flatMap(({ stray: { decisions = [] }, facts }) => [
    ...(facts.guest === '' ? [] : [facts.guest]),
    ...decisions.flatMap(({ stands }) => (stands.elsewhere ? [String(stands.elsewhere.guest)] : [])),
  ]);
  if (ids.length === 0) return new Map();
  const guests = await Guests.find({ event, _id: { $in: ids } }, guestFields).lean<Shown[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}
