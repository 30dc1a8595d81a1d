import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { leased } from './lease.ts';
import { loadBadges } from './load-badges.ts';
import { releaseLostJobs } from './release-lost-jobs.ts';
import { tellBadges } from './tell-badges.ts';

/**
 * Hands the oldest waiting jobs to a station. Each is that station's until its lease ends. What a station took and never
 * spoke of again waits for a person: there may be a badge in its tray.
 */
export async function claimPrintJobs(access: Access, station: string, most = 1): Promise<PrintJob[]> {
  await releaseLostJobs(access);
  const { rev } = await loadBadges(access.event);
  const claimed: PrintJob[] = [];
  while (claimed.length < most) {
    const job = await PrintJobs.findOneAndUpdate(
      { event: access.event._id, state: 'waiting', maybePrinted: false },
      { $set: leased(station, rev) },
      { sort: { queuedAt: 1, _id: 1 }, returnDocument: 'after' },
    ).lean<PrintJob>();
    if (!job) break;
    claimed.push(job);
  }
  if (claimed.length > 0) tellBadges(access.event);
  return claimed;
}

/** One job that is printed at once, beside the queue. */
export async function claimPrintJob(access: Access, station: string, id: string): Promise<PrintJob> {
  await releaseLostJobs(access);
  const { rev } = await loadBadges(access.event);
  const job = await PrintJobs.findOneAndUpdate(
    { _id: id, event: access.event._id, state: 'waiting' },
    { $set: { ...leased(station, rev), maybePrinted: false } },
    { returnDocument: 'after' },
  ).lean<PrintJob>();
  if (!job) throw new Refused('badges.not-waiting');
  tellBadges(access.event);
  return job;
}
