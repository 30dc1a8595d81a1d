import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

type NewJob = Omit<PrintJob, 'event' | 'copy' | 'by' | 'maybePrinted'>;

/** Writes a job as the guest's next copy. A unique index settles who is next; the same job comes back as it is. */
export async function insertJob(access: Access, facts: NewJob): Promise<PrintJob> {
  const { actor, event } = access;
  const { kind, id, name } = actor;
  const copy = (await lastCopy(event._id, facts.guest)) + 1;
  const job: PrintJob = {
    ...facts,
    event: event._id,
    copy,
    by: { kind, id, name },
    maybePrinted: false,
  };
  try {
    await PrintJobs.create(job);
    return job;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const known = await PrintJobs.findById(job._id).lean<PrintJob>();
  if (!known) return insertJob(access, facts);
  // Somebody else's id, of another event.
  if (!known.event.equals(event._id)) throw new NotFound('badges.unknown-job');
  return known;
}

async function lastCopy(event: PrintJob['event'], guest: PrintJob['guest']): Promise<number> {
  const last = await PrintJobs.findOne({ event, guest }, { copy: 1 }).sort({ copy: -1 }).lean<PrintJob>();
  return last?.copy ?? 0;
}
