import { randomUUID } from 'node:crypto';
import type { StationJob, StationQueue } from '../../../contract/badge/print.ts';
import type { Locale } from '../../../contract/locales.ts';
import { displayName } from '../directory/person-name.ts';
import type { PrintQueue, QueuedJob } from './print-queue.ts';

/** The queue for a device, which says it in words of its own. */
export function deviceQueue(queue: PrintQueue, locale: Locale): StationQueue {
  const rows = (jobs: readonly QueuedJob[]) => jobs.map((job) => rowOf(job, locale));
  const { waitingCount, counts, unsure, failed, printing, waiting, printed } = queue;
  const lists = {
    unsure: rows(unsure),
    failed: rows(failed),
    printing: rows(printing),
    waiting: rows(waiting),
    printed: rows(printed),
  };
  return { waitingCount, counts, lists };
}

function rowOf({ _id, name, endedAt, queuedAt, copy, station, by }: QueuedJob, locale: Locale): StationJob {
  return {
    job: _id,
    name: displayName(name, locale),
    at: (endedAt ?? queuedAt).getTime(),
    copy,
    station,
    by: by.name,
    copyId: randomUUID(),
  };
}
