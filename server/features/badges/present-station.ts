import { randomUUID } from 'node:crypto';
import type { PrintTask } from '../../../contract/badge/print.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import type { PrintQueue, QueuedJob } from './print-queue.ts';
import type { PrintedCounts } from './printed-counts.ts';
import type { QueueModel, StationModel } from './views.ts';

interface Seen {
  event: Conference;
  locale: Locale;
}

export function stationModel(queue: PrintQueue, seen: Seen): StationModel {
  const { event, locale } = seen;
  const texts = {
    stopped: translate(locale, 'badges.station.state.stopped'),
    ready: translate(locale, 'badges.station.state.ready'),
    printing: translate(locale, 'badges.station.state.printing', { name: '{name}' }),
    noPaper: translate(locale, 'badges.station.state.no-paper'),
    unreachable: translate(locale, 'badges.station.state.unreachable'),
  };
  return {
    claim: paths.claimPrintJobs(event),
    finish: paths.finishPrintJob(event),
    texts: JSON.stringify(texts),
    kiosk: translate(locale, 'badges.station.kiosk', { flag: '--kiosk-printing' }),
    queue: queueModel(queue, seen),
  };
}

export function queueModel(queue: PrintQueue, seen: Seen): QueueModel {
  const { event, locale } = seen;
  const rows = (jobs: readonly QueuedJob[]) => jobs.map((job) => rowModel(job, seen));
  return {
    decide: paths.decidePrintJob(event),
    waitingText: translate(locale, 'badges.station.waiting', { count: queue.waitingCount }),
    printedText: printedText(queue.counts, locale),
    waiting: rows(queue.waiting),
    printing: rows(queue.printing),
    unsure: rows(queue.unsure),
    failed: rows(queue.failed),
    printed: rows(queue.printed),
  };
}

/** "12 badges printed, 2 of them again": the same wherever it is told. */
export function printedText({ printed, again }: PrintedCounts, locale: Locale): string {
  const told = translate(locale, 'badges.station.printed', { count: printed });
  return again > 0 ? `${told}, ${translate(locale, 'badges.printed-again', { count: again })}` : told;
}

export function taskModel(job: QueuedJob, { event, locale }: Seen): PrintTask {
  return {
    job: job._id,
    token: job.token ?? '',
    address: paths.badgeOfJob(event, job._id),
    name: displayName(job.name, locale),
    copy: job.copy,
  };
}

function rowModel(job: QueuedJob, { event, locale }: Seen): QueueModel['waiting'][number] {
  const detail = [
    formatTime(locale, job.endedAt ?? job.queuedAt, event.timeZone),
    ...(job.station === ''
      ? [job.by.name]
      : [translate(locale, 'badges.station.at', { station: job.station })]),
    ...(job.copy > 1 ? [translate(locale, 'badges.station.copy', { copy: job.copy })] : []),
  ];
  return {
    job: job._id,
    name: displayName(job.name, locale),
    detail: detail.join(' · '),
    copyId: randomUUID(),
  };
}
