import { randomUUID } from 'node:crypto';
import type { PrintDecision } from '../../../contract/badge/print.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { now } from '../../platform/clock.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { queueBadge } from './queue-badge.ts';
import { tellBadges } from './tell-badges.ts';

export interface Decided {
  job: string;
  decision: PrintDecision;
  /** Of the next copy, if that is what is wanted; made once with the page. */
  copyId?: string;
}

/** A person at the station says how it goes on with a job. */
export async function decidePrintJob(
  access: Access,
  { job: id, decision, copyId = randomUUID() }: Decided,
): Promise<PrintJob> {
  const job = await PrintJobs.findOne({ _id: id, event: access.event._id }).lean<PrintJob>();
  if (!job) throw new NotFound('badges.unknown-job');
  switch (decision) {
    case 'printed':
      return settle(access, job, { state: 'printed', endedAt: now() });
    case 'drop':
      return settle(access, job, { state: 'failed', endedAt: now() });
    case 'retry':
      return settle(access, job, { state: 'waiting', endedAt: null });
    case 'again':
      return queueBadge(access, { guest: { _id: job.guest }, jobId: copyId, reason: 'reprint' });
  }
}

/** A job that a station is at work on is left to it. */
async function settle(
  access: Access,
  { _id }: PrintJob,
  change: Pick<PrintJob, 'state' | 'endedAt'>,
): Promise<PrintJob> {
  const settled = await PrintJobs.findOneAndUpdate(
    { _id, event: access.event._id, state: { $ne: 'printing' } },
    { $set: { ...change, maybePrinted: false, token: null, leaseUntil: null } },
    { returnDocument: 'after' },
  ).lean<PrintJob>();
  if (!settled) throw new Refused('badges.being-printed');
  tellBadges(access.event);
  return settled;
}
