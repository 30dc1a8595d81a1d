import { PrintJobs } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';

/** How many badges came out of printers, and how many of them were not the first of their guest. */
export interface PrintedCounts {
  printed: number;
  again: number;
}

export async function printedCounts({ event: { _id: event } }: Access): Promise<PrintedCounts> {
  const [printed, guests] = await Promise.all([
    PrintJobs.countDocuments({ event, state: 'printed' }),
    PrintJobs.distinct('guest', { event, state: 'printed' }),
  ]);
  return { printed, again: printed - guests.length };
}
