import type { PersonName } from '../../../contract/person.ts';
import { Guests } from '../../../models/guest.ts';
import { type PrintJob, PrintJobs } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';

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
  printedCount: number;
}

const SHOWN = 30;
const LAST = 12;

export async function printQueue({ event: { _id: event } }: Access): Promise<PrintQueue> {
  const waitingNow = { event, state: 'waiting' as const, maybePrinted: false };
  const [waiting, waitingCount, printing, unsure, failed, printed, printedCount] = await Promise.all([
    PrintJobs.find(waitingNow).sort({ queuedAt: 1, _id: 1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.countDocuments(waitingNow),
    PrintJobs.find({ event, state: 'printing' }).sort({ queuedAt: 1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'waiting', maybePrinted: true })
      .sort({ queuedAt: 1 })
      .limit(SHOWN)
      .lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'failed' }).sort({ queuedAt: -1 }).limit(SHOWN).lean<PrintJob[]>(),
    PrintJobs.find({ event, state: 'printed' }).sort({ endedAt: -1 }).limit(LAST).lean<PrintJob[]>(),
    PrintJobs.countDocuments({ event, state: 'printed' }),
  ]);
  const name = await namesOf([waiting, printing, unsure, failed, printed].flat());
  const named = (jobs: readonly PrintJob[]) => jobs.map((job) => ({ ...job, name: name(job) }));
  return {
    waiting: named(waiting),
    waitingCount,
    printing: named(printing),
    unsure: named(unsure),
    failed: named(failed),
    printed: named(printed),
    printedCount,
  };
}

/** Jobs with the names of those they are for. */
export async function namedJobs(jobs: readonly PrintJob[]): Promise<QueuedJob[]> {
  const name = await namesOf(jobs);
  return jobs.map((job) => ({ ...job, name: name(job) }));
}

async function namesOf(jobs: readonly PrintJob[]): Promise<(job: PrintJob) => PersonName> {
  const ids = [...new Set(jobs.map(({ guest }) => guest))];
  const guests = await Guests.find({ _id: { $in: ids } }, { name: 1 }).lean();
  const names = new Map(guests.map((guest) => [String(guest._id), guest.name]));
  return ({ guest }) => names.get(String(guest)) ?? {};
}
