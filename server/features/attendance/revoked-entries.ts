import { type CheckIn, CheckIns, type Passage } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { checkInId } from './check-in-id.ts';

type Folded = Pick<CheckIn, 'passages' | 'doubles' | 'decisions'>;

/** Since when no pass of theirs admits, by guest. */
export async function revokedPasses({ event }: Pick<Access, 'event'>): Promise<Map<string, Date>> {
  const guests = await Guests.find(
    { event: event._id, 'pass.revokedAt': { $gt: new Date(0) } },
    { 'pass.revokedAt': 1 },
  ).lean<Pick<Guest, '_id' | 'pass'>[]>();
  return new Map(
    guests.flatMap(({ _id, pass }): [string, Date][] =>
      pass?.revokedAt ? [[String(_id), pass.revokedAt]] : [],
    ),
  );
}

/** What was done with these guests, on every list. */
export async function checkInsOf(
  { event }: Pick<Access, 'event'>,
  guests: Iterable<string>,
): Promise<CheckIn[]> {
  const { lists } = await doorPlan(event);
  const ids = [...guests].flatMap((guest) => lists.map(({ id }) => checkInId(id, guest)));
  if (ids.length === 0) return [];
  return CheckIns.find({ _id: { $in: ids }, event: event._id }, { effects: 0 }).lean<CheckIn[]>();
}

/**
 * Entries by a pass that was revoked before: a device without network could not know. Those that stand, and that nobody
 * has decided about.
 */
export function revokedEntries(
  { passages, doubles, decisions = [] }: Folded,
  revokedAt: Date | undefined,
): Passage[] {
  if (!revokedAt) return [];
  const settled = new Set([
    ...passages.flatMap(({ target = '' }) => target),
    ...doubles.map(({ id }) => id),
    ...decisions.flatMap(({ about, stands }) => [about, stands.entry]),
  ]);
  return passages.filter(
    ({ id, kind, method, offline, at }) =>
      kind === 'entry' &&
      offline === true &&
      (method === 'scan' || method === 'typed') &&
      at > revokedAt &&
      !settled.has(id),
  );
}

/** How many of them wait for somebody to decide. */
export async function countRevokedEntries(access: Pick<Access, 'event'>): Promise<number> {
  const revoked = await revokedPasses(access);
  const checkIns = await checkInsOf(access, revoked.keys());
  return checkIns.reduce(
    (sum, checkIn) => sum + revokedEntries(checkIn, revoked.get(String(checkIn.guest))).length,
    0,
  );
}
