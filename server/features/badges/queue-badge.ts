import type { PrintReason } from '../../../contract/badge/print.ts';
import type { Guest } from '../../../models/guest.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { insertJob } from './insert-job.ts';
import type { Lease } from './lease.ts';
import { tellBadges } from './tell-badges.ts';

export interface BadgeOrder {
  guest: Pick<Guest, '_id'>;
  /** Made once by whoever asks, and kept through every retry. */
  jobId: string;
  reason: PrintReason;
}

/**
 * Asks for a badge. The same job asked for twice is one badge; and somebody who is let in again, or whose badge was
 * prepared, gets no second one by coming in: that is a reprint, which is asked for as such.
 */
export async function queueBadge(
  access: Access,
  { guest, jobId, reason }: BadgeOrder,
  lease: Lease = nobodys,
): Promise<PrintJob> {
  const asked = await PrintJobs.findOne({ _id: jobId, event: access.event._id }).lean<PrintJob>();
  if (asked) return asked;
  const wanted = { _id: jobId, guest: guest._id, reason, ...lease, endedAt: null, queuedAt: now() };
  const job = await insertJob(
    access,
    wanted,
    reason === 'admission' ? () => badgeOf(access, guest) : undefined,
  );
  if (job._id === jobId) tellBadges(access.event);
  return job;
}

const nobodys: Lease = { state: 'waiting', station: '', designRev: 0, token: null, leaseUntil: null };

/** The last badge of a guest that was printed, or is going to be. */
async function badgeOf({ event }: Access, { _id }: Pick<Guest, '_id'>): Promise<PrintJob | null> {
  return PrintJobs.findOne({ event: event._id, guest: _id, state: { $ne: 'failed' } })
    .sort({ copy: -1 })
    .lean<PrintJob>();
}
