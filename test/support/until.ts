import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer: for what happens a moment later by itself. */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error('It did not happen in time');
    await pause(20);
  }
}
