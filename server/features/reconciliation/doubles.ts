import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { checkInsOf, countRevokedEntries, revokedPasses } from '../attendance/revoked-entries.ts';
import { type Case, casesOf, waitingIn } from './cases.ts';

/** What a contradiction is shown with. */
export const guestFields = {
  name: 1,
  position: 1,
  organisationName: 1,
  category: 1,
  answer: 1,
  replacedBy: 1,
} as const;
export type Shown = Pick<Guest, '_id' | keyof typeof guestFields>;

export interface DoubleCase extends Case {
  checkIn: Pick<CheckIn, '_id' | 'list' | 'companions'>;
  guest: Shown;
  /** Whom a decision moved it to. */
  other: Shown | null;
}

const fields = { list: 1, guest: 1, passages: 1, doubles: 1, decisions: 1, companions: 1 } as const;
const isDouble = { 'doubles.id': { $gt: '' } };
const isDecided = { 'decisions.id': { $gt: '' } };

/** Every contradiction at the doors of an event. */
export async function doubles(access: Access): Promise<DoubleCase[]> {
  const { event } = access;
  const own = { event: event._id };
  // Each of both is in an index of the few; together they would be in none.
  const revoked = await revokedPasses(access);
  const [contradicted, decided, byRevoked] = await Promise.all([
    CheckIns.find({ ...own, ...isDouble }, fields).lean<CheckIn[]>(),
    CheckIns.find({ ...own, ...isDecided }, fields).lean<CheckIn[]>(),
    checkInsOf(access, revoked.keys()),
  ]);
  const checkIns = new Map([...contradicted, ...decided, ...byRevoked].map((each) => [each._id, each]));
  const found = [...checkIns.values()].flatMap((checkIn) =>
    casesOf(checkIn, revoked.get(String(checkIn.guest))).map((each) => ({ ...each, checkIn })),
  );
  const guests = await guestsOf(event._id, found);
  const cases = found.flatMap(({ checkIn, ...each }) => {
    const guest = guests.get(String(checkIn.guest));
    const moved = each.decisions.at(-1)?.stands.elsewhere;
    const other = moved ? (guests.get(String(moved.guest)) ?? null) : null;
    return guest ? [{ ...each, checkIn, guest, other }] : [];
  });
  return inOrder(cases);
}

/** What waits stands before the rest, the latest first; what happened with one guest, in the order it happened. */
function inOrder(cases: readonly DoubleCase[]): DoubleCase[] {
  const last = new Map<string, number>();
  for (const each of cases) last.set(groupOf(each), Math.max(timeOf(each), last.get(groupOf(each)) ?? 0));
  const lastOf = (each: DoubleCase): number => last.get(groupOf(each)) ?? 0;
  return cases.toSorted(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) ||
      lastOf(b) - lastOf(a) ||
      groupOf(a).localeCompare(groupOf(b)) ||
      timeOf(a) - timeOf(b),
  );
}

function groupOf(each: DoubleCase): string {
  return `${String(each.guest._id)} ${String(isOver(each))}`;
}

/** How many wait for somebody to decide: read from the index of those that contradict each other, which are few. */
export async function doublesWaiting(access: Access): Promise<number> {
  const [found, revoked] = await Promise.all([
    CheckIns.find({ event: access.event._id, ...isDouble }, { doubles: 1, decisions: 1 }).lean<CheckIn[]>(),
    countRevokedEntries(access),
  ]);
  return found.reduce((sum, checkIn) => sum + waitingIn(checkIn), revoked);
}

async function guestsOf(
  event: Guest['event'],
  cases: readonly (Case & { checkIn: CheckIn })[],
): Promise<Map<string, Shown>> {
  const ids = cases.flatMap(({ checkIn, decisions }) => [
    checkIn.guest,
    ...decisions.flatMap(({ stands }) => (stands.elsewhere ? [stands.elsewhere.guest] : [])),
  ]);
  if (ids.length === 0) return new Map();
  const guests = await Guests.find({ event, _id: { $in: ids } }, guestFields).lean<Shown[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}

function isOver({ decisions }: Case): boolean {
  return decisions.length > 0;
}

function timeOf({ second }: Case): number {
  return second.at.getTime();
}
