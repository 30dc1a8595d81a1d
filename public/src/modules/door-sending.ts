import type { DoorAnswer } from '../../../contract/door/answer.ts';
import { Problem, sendJson } from '../lib/http.ts';
import { backoff } from '../lib/timing.ts';

/** Whom to let in: by what was read or typed, or a person chosen from the search. */
export type Wanted = { code: string; method: 'scan' | 'typed' } | { guest: string; method: 'search' };

/** One attempt. Its scanId is made once and stays through every retry, so that nobody is let in twice. */
export type Attempt = Wanted & { scanId: string; deviceAt: string };

const patience = 8000;

/** Sends until the server has answered: there is no other way to know whether the guest was let in. */
export async function sendScan(url: string, attempt: Attempt, late: () => void): Promise<DoorAnswer> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await sendJson<DoorAnswer>(url, { method: 'POST', body: attempt, timeout: patience });
      if (answer.scanId === attempt.scanId) return answer;
    } catch (error) {
      if (isFinal(error)) throw error;
    }
    late();
    await restOrOnline(backoff(tries));
  }
}

/** The server understood and said no. A gateway's error, a portal's page or silence is no answer. */
export function isFinal(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && error.status !== 429 && error.status !== 408;
}

/** The network that comes back ends the rest. */
function restOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const rested = setTimeout(end, milliseconds);
    globalThis.addEventListener('online', end, { once: true });
    function end(): void {
      clearTimeout(rested);
      globalThis.removeEventListener('online', end);
      resolve();
    }
  });
}
