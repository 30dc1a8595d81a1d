import { randomUUID } from 'node:crypto';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { type Lease, leased } from './lease.ts';
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
    const job = await takeNext(access, leased(station, rev));
    if (!job) break;
    claimed.push(job);
  }
  if (claimed.length > 0) tellBadges(access.event);
  return claimed;
}

/** The oldest waiting job, which is then under this lease. */
async function takeNext({ event }: Access, lease: Lease): Promise<PrintJob | null> {
  return PrintJobs.findOneAndUpdate(
    { event: event._id, state: 'waiting', maybePrinted: false },
    { $set: lease },
    { sort: { queuedAt: 1, _id: 1 }, returnDocument: 'after' },
  ).lean<PrintJob>();
}

/**
 * Hands the oldest waiting job to a station that makes the token itself: should the answer be lost, the same token gets
 * the same job, and never a second one. Null when nothing waits, or when that job is over.
 */
export async function claimOnce(
  access: Access,
  station: string,
  token: string = randomUUID(),
): Promise<PrintJob | null> {
  await releaseLostJobs(access);
  const own = { event: access.event._id, token };
  const claimed = await PrintJobs.findOne(own).lean<PrintJob>();
  if (claimed) return claimed.state === 'printing' && claimed.station === station ? claimed : null;
  const { rev } = await loadBadges(access.event);
  try {
    const job = await takeNext(access, leased(station, rev, token));
    if (job) tellBadges(access.event);
    return job;
  } catch (error) {
    // The same claim, sent again before the first was answered.
    if (isDuplicateKey(error)) return claimOnce(access, station, token);
    throw error;
  }
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
