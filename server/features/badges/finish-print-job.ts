import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { tellBadges } from './tell-badges.ts';

export interface PrintOutcome {
  job: string;
  /** What the station got with the job. */
  token: string;
  outcome: 'printed' | 'failed';
}

/** The station says what became of a job. Said twice it is said once; after the job went elsewhere it counts no more. */
export async function finishPrintJob(
  access: Access,
  { job, token, outcome }: PrintOutcome,
): Promise<PrintJob> {
  const finished = await PrintJobs.findOneAndUpdate(
    { _id: job, event: access.event._id, token, state: { $in: ['printing', 'waiting', outcome] } },
    { $set: { state: outcome, maybePrinted: false, leaseUntil: null, endedAt: now() } },
    { returnDocument: 'after' },
  ).lean<PrintJob>();
  if (!finished) throw new Refused('badges.job-went-on');
  tellBadges(access.event);
  return finished;
}
