import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import type { Access } from '../access/access.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Outcome } from './outcome.ts';

const SHOWN = 5;

export interface RecentScan {
  at: Date;
  outcome: Outcome;
  /** The guest is in by this very scan, and may be taken back. */
  standing: boolean;
}

/** The last scans of this door, or of this person at a door, newest first. */
export async function recentScans(access: Access): Promise<RecentScan[]> {
  const { actor, event } = access;
  const own = actor.kind === 'door' ? { 'door.id': actor.id } : { 'door.id': '', by: actor.name };
  const scans = await Scans.find({ event: event._id, ...own })
    .sort({ at: -1 })
    .limit(SHOWN)
    .lean<Scan[]>();
  const standing = await standingScans(scans);
  const recent = scans.map(async ({ _id, at }) => {
    const outcome = await outcomeOf(access, _id);
    return outcome ? [{ at, outcome, standing: standing.has(_id) }] : [];
  });
  return (await Promise.all(recent)).flat();
}

async function standingScans(scans: readonly Scan[]): Promise<Set<string>> {
  const ids = scans.map(({ _id }) => _id);
  const checkIns = await CheckIns.find({ scanIds: { $in: ids } }, { 'admission.scanId': 1 }).lean<
    CheckIn[]
  >();
  return new Set(checkIns.flatMap(({ admission }) => (admission ? [admission.scanId] : [])));
}
