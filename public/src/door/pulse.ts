import { isPassing, Problem, Unreachable } from '../lib/problem.ts';
import { coalesce } from '../lib/timing.ts';
import type { Uplink } from './uplink.ts';

const EVERY_MS = 5_000;
const LONGEST_MS = 20_000;

/**
 * Calls `work` again and again: in a rhythm, when the network returns, when somebody looks, and when asked to. It
 * returns what the server takes nothing of although the rest went well.
 */
export function startPulse(work: () => Promise<Problem | null>, uplink: Uplink): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const beat = coalesce(async () => {
    clearTimeout(timer);
    try {
      // Two pages of one device would send everything twice.
      const refusal = await navigator.locks.request('rostrum-door', work);
      failures = refusal ? failures + 1 : 0;
      uplink.found();
      uplink.refused(refusal && reasonOf(refusal));
    } catch (error) {
      failures += 1;
      if (!(error instanceof Unreachable) && !(error instanceof Problem)) throw error;
      if (error instanceof Unreachable || isPassing(error)) uplink.lost();
      else uplink.refused(reasonOf(error));
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

function reasonOf({ message, status }: Problem): string {
  return message || String(status);
}

/** Longer after each failure, and never the same for a whole hall of devices. */
function pause(failures: number): number {
  const rhythm = Math.min(LONGEST_MS, EVERY_MS * Math.max(1, failures));
  return rhythm * (0.8 + Math.random() * 0.4);
}
