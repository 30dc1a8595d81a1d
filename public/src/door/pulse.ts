import { Problem, Unreachable } from '../lib/problem.ts';
import { coalesce } from '../lib/timing.ts';
import type { Uplink } from './uplink.ts';

const EVERY_MS = 5_000;
const LONGEST_MS = 20_000;

/** Calls `work` again and again: in a rhythm, when the network returns, when somebody looks, and when asked to. */
export function startPulse(work: () => Promise<void>, uplink: Uplink): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const beat = coalesce(async () => {
    clearTimeout(timer);
    try {
      // Two pages of one device would send everything twice.
      await navigator.locks.request('rostrum-door', work);
      failures = 0;
      uplink.found();
    } catch (error) {
      failures += 1;
      if (error instanceof Unreachable || (error instanceof Problem && error.status >= 500)) uplink.lost();
      else if (!(error instanceof Problem)) throw error;
    } finally {
      timer = setTimeout(() => void beat(), pause(failures));
    }
  });

  globalThis.addEventListener('online', () => void beat());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void beat();
  });
  void beat();
  return () => void beat();
}

/** Longer after each failure, and never the same for a whole hall of devices. */
function pause(failures: number): number {
  const rhythm = Math.min(LONGEST_MS, EVERY_MS * Math.max(1, failures));
  return rhythm * (0.8 + Math.random() * 0.4);
}
