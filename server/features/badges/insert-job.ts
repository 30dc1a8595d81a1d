import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

type NewJob = Omit<PrintJob, 'event' | 'copy' | 'by' | 'maybePrinted'>;

/**
 * Writes a job as the guest's next copy. A unique index settles who is next; the same job comes back as it is. What
 * `instead` finds comes back without anything being written: it is asked between the count and the writing, so that of
 * two at once one finds the other's.
 */
export async function insertJob(
  access: Access,
  facts: NewJob,
  instead: () => Promise<PrintJob | null> = nothing,
): Promise<PrintJob> {
  const { actor, event } = access;
  const { kind, id, name } = actor;
  const copy = (await lastCopy(event._id, facts.guest)) + 1;
  const standing = await instead();
  if (standing) return standing;
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
  if (!known) return insertJob(access, facts, instead);
  // Somebody else's id, of another event.
  if (!known.event.equals(event._id)) throw new NotFound('badges.unknown-job');
  return known;
}

async function nothing(): Promise<null> {
  return null;
}

async function lastCopy(event: PrintJob['event'], guest: PrintJob['guest']): Promise<number> {
  const last = await PrintJobs.findOne({ event, guest }, { copy: 1 }).sort({ copy: -1 }).lean<PrintJob>();
  return last?.copy ?? 0;
}
