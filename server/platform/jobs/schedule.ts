import type { Log } from '../log.ts';

export interface Scheduled {
  /** Runs now, or right after the run that is under way. */
  nudge(): void;
  /** No further run; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

export interface Job {
  name: string;
  run: () => Promise<void>;
  log?: Log;
}

/** Runs a job at start and again and again, never twice at once: the pause counts from the end of a run. */
export function every(milliseconds: number, { name, run, log }: Job): Scheduled {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  function nudge(): void {
    if (stopped) return;
    again = true;
    if (!running) plan(0);
  }

  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void (running = turn()), wait).unref();
  }

  async function turn(): Promise<void> {
    again = false;
    try {
      await run();
    } catch (error) {
      log?.error({ err: error, job: name }, 'job failed');
    }
    running = undefined;
    if (!stopped) plan(again ? 0 : milliseconds);
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearTimeout(timer);
    await running;
  }

  plan(0);
  return { nudge, stop };
}
