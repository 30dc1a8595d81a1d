import { copyNumbers } from '../../../contract/badge/copies.ts';
import type { PersonName } from '../../../contract/person.ts';
import { Guests } from '../../../models/guest.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';
import { type PrintedCounts, printedCounts } from './printed-counts.ts';

export type QueuedJob = PrintJob & { name: PersonName };

/** What a print station shows. */
export interface PrintQueue {
  waiting: QueuedJob[];
  waitingCount: number;
  printing: QueuedJob[];
  /** A station had them and went silent. */
  unsure: QueuedJob[];
  failed: QueuedJob[];
  /** The newest first. */
  printed: QueuedJob[];
  counts: PrintedCounts;
}

const SHOWN = 30;
const LAST = 12;

export async function printQueue(access: Access): Promise<PrintQueue> {
  const event = access.event._id;
  const waitingNow = { event, state: 'waiting' as const, maybePrinted: false };
  const [waiting, waitingCount, printing, unsure, failed, printed, counts] = await Promise.all([
    PrintJobs.find(waitingNow).sort({ queuedAt: 1, _id: 1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.countDocuments(waitingNow),
    PrintJobs.find({ event, state: 'printing' }).sort({ queuedAt: 1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'waiting', maybePrinted: true })
      .sort({ queuedAt: 1 })
      .limit(SHOWN)
      .lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'failed' }).sort({ queuedAt: -1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'printed' }).sort({ endedAt: -1 }).limit(LAST).lean<PrintJob[]>(),
    printedCounts(access),
  ]);
  const whole = new Map(
    (await namedJobs([waiting, printing, unsure, failed, printed].flat())).map((job) => [job._id, job]),
  );
  const named = (jobs: readonly PrintJob[]) => jobs.flatMap(({ _id }) => whole.get(_id) ?? []);
  return {
    waiting: named(waiting),
    waitingCount,
    printing: named(printing),
    unsure: named(unsure),
    failed: named(failed),
    printed: named(printed),
    counts,
  };
}

/** Jobs with the names of those they are for, each with the number of the copy that it is. */
export async function namedJobs(jobs: readonly PrintJob[]): Promise<QueuedJob[]> {
  const guests = [...new Set(jobs.map(({ guest }) => guest))];
  const event = { $in: [...new Set(jobs.map((job) => job.event))] };
  const [named, all] = await Promise.all([
    Guests.find({ _id: { $in: guests } }, { name: 1 }).lean(),
    PrintJobs.find({ event, guest: { $in: guests } }, { guest: 1, copy: 1, state: 1 }).lean<PrintJob[]>(),
  ]);
  const names = new Map(named.map((guest) => [String(guest._id), guest.name]));
  const numbers = copyNumbers(all);
  return jobs.map((job) => ({
    ...job,
    copy: numbers.get(job._id) ?? job.copy,
    name: names.get(String(job.guest)) ?? {},
  }));
}
