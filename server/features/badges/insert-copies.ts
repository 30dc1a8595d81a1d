import type { Guest } from '../../../models/guest.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import { insertMissing } from '../../platform/database/insert-missing.ts';
import type { Access } from '../access/access.ts';

/** What jobs for many guests have in common; `jobId` is that of the form, so that it counts once. */
export interface ManyJobs extends Pick<PrintJob, 'state' | 'designRev' | 'queuedAt' | 'endedAt'> {
  guests: readonly Pick<Guest, '_id'>[];
  jobId: string;
}

/** Each guest's next copy. Whoever was quicker with a number has it, and the next one is tried. */
export async function insertJobs(access: Access, { guests, jobId, ...facts }: ManyJobs): Promise<void> {
  if (guests.length === 0) return;
  const { actor, event } = access;
  const copies = await lastCopies(access, guests);
  const jobs = guests.map(({ _id: guest }): PrintJob => ({
    ...facts,
    _id: `${jobId}:${String(guest)}`,
    event: event._id,
    guest,
    copy: (copies.get(String(guest)) ?? 0) + 1,
    reason: 'office',
    by: { kind: actor.kind, id: actor.id, name: actor.name },
    station: '',
    token: null,
    leaseUntil: null,
    maybePrinted: false,
  }));
  await insertMissing(PrintJobs, jobs);
  const ids = jobs.map(({ _id }) => _id);
  const there = new Set(await PrintJobs.distinct('_id', { _id: { $in: ids } }));
  const overtaken = jobs.filter(({ _id }) => !there.has(_id)).map(({ guest }) => ({ _id: guest }));
  await insertJobs(access, { ...facts, guests: overtaken, jobId });
}

async function lastCopies(
  { event }: Access,
  guests: readonly Pick<Guest, '_id'>[],
): Promise<Map<string, number>> {
  const rows = await PrintJobs.aggregate<{ _id: Guest['_id']; copy: number }>([
    { $match: { event: event._id, guest: { $in: guests.map(({ _id }) => _id) } } },
    { $group: { _id: '$guest', copy: { $max: '$copy' } } },
  ]);
  return new Map(rows.map(({ _id, copy }) => [String(_id), copy]));
}
