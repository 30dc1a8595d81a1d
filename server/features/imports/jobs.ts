import { every, type Scheduled } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import { stopImportWorker } from './ask-worker.ts';
import { runImports } from './run-imports.ts';
import { useRunner } from './waiting-imports.ts';

const EVERY_MS = 10_000;

/** At start, now and then, and as soon as somebody asks: reads, writes and takes back what imports wait for. */
export function startImports(log: Log): Scheduled {
  const job = every(EVERY_MS, { name: 'imports', log, run: runImports });
  const forget = useRunner(() => job.nudge());
  return {
    nudge: () => job.nudge(),
    stop: async () => {
      forget();
      await job.stop();
      await stopImportWorker();
    },
  };
}
