import { every, type Scheduled } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import { abandonImports } from './abandon-imports.ts';

const EVERY_MS = 60_000;

/** At start and every minute: takes away what imports left that broke off. */
export function startAbandoningImports(log: Log): Scheduled {
  return every(EVERY_MS, { name: 'abandon-imports', log, run: async () => void (await abandonImports()) });
}
