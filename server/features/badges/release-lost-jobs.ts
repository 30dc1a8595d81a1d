import { PrintJobs } from '../../../models/print-job.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { tellBadges } from './tell-badges.ts';

/**
 * What a station has had for too long waits again, marked as maybe printed. The station keeps its token: if it comes
 * back before somebody decides, its word counts.
 */
export async function releaseLostJobs({ event }: Access): Promise<void> {
  const { modifiedCount } = await PrintJobs.updateMany(
    { event: event._id, state: 'printing', leaseUntil: { $lte: now() } },
    { $set: { state: 'waiting', maybePrinted: true, leaseUntil: null } },
  );
  if (modifiedCount > 0) tellBadges(event);
}
