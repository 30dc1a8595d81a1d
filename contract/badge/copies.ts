import type { PrintState } from './print.ts';

interface Numbered {
  _id: string;
  guest: unknown;
  /** In which order they were asked for. */
  copy: number;
  state: PrintState;
}

/** Which copy of a guest's badge each job is, by its id. What never came out of a printer is no copy of anything. */
export function copyNumbers(jobs: readonly Numbered[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { _id, guest, state } of jobs.toSorted((a, b) => a.copy - b.copy)) {
    const before = counts.get(String(guest)) ?? 0;
    numbers.set(_id, before + 1);
    if (state !== 'failed') counts.set(String(guest), before + 1);
  }
  return numbers;
}
