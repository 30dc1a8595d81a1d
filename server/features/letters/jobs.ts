import { every, type Scheduled } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import type { Sender } from './letter-writes.ts';
import { runDueWaves } from './run-wave.ts';
import { tendWaves } from './tend-waves.ts';
import { listenForWaves } from './wake-runner.ts';

const EVERY_MS = 2_000;

/** Sends waves when they are due. Several processes may do so side by side: each wave has one runner at a time. */
export function startWaves({ sender, log }: { sender: Sender; log: Log }): Pick<Scheduled, 'stop'> {
  let stopping = false;
  const runner = every(EVERY_MS, { name: 'waves', log, run: () => runDueWaves(sender, () => stopping) });
  const tender = every(EVERY_MS, { name: 'waves tended', log, run: tendWaves });
  listenForWaves(() => {
    runner.nudge();
    tender.nudge();
  });
  return {
    async stop() {
      stopping = true;
      listenForWaves(() => undefined);
      await Promise.all([runner.stop(), tender.stop()]);
    },
  };
}
