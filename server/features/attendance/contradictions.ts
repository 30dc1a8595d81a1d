import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import type { Access } from '../access/access.ts';
import { countRevokedEntries } from './revoked-entries.ts';

/** How many contradictions at the doors wait for somebody to decide. */
export async function contradictions({ event }: Access): Promise<number> {
  const own = { event: event._id };
  const [checkIns, strays, revoked] = await Promise.all([
    CheckIns.find({ ...own, 'doubles.id': { $gt: '' } }, { doubles: 1, decisions: 1 }).lean<CheckIn[]>(),
    StrayScans.countDocuments({ ...own, 'decisions.0': { $exists: false } }),
    countRevokedEntries({ event }),
  ]);
  return checkIns.reduce((sum, checkIn) => sum + undecided(checkIn), strays + revoked);
}

/** A decision may have written the entry again, under an id of its own. */
function undecided({ doubles, decisions = [] }: Pick<CheckIn, 'doubles' | 'decisions'>): number {
  const decided = new Set(decisions.flatMap(({ about, stands }) => [about, stands.entry]));
  return doubles.filter(({ id }) => !decided.has(id)).length;
}
