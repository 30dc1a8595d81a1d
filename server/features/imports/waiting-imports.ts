import { setTimeout as pause } from 'node:timers/promises';
import { GuestImports } from '../../../models/guest-import.ts';
import type { ListedImport } from './import-facts.ts';
import { workStates } from './work-states.ts';

let nudge: (() => void) | null = null;

/** Tells this module whom to wake; the returned function makes it forget. */
export function useRunner(wake: () => void): () => void {
  nudge = wake;
  return () => {
    if (nudge === wake) nudge = null;
  };
}

const PATIENCE = 1500;
const LOOK_EVERY = 60;

/** Has the work begun at once, and waits a moment: small lists are done before the next page is asked for. */
export async function soon(id: ListedImport['_id'] | string): Promise<void> {
  nudge?.();
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const busy = await GuestImports.exists({ _id: id, state: { $in: workStates }, trouble: null });
    if (!busy) return;
    await pause(LOOK_EVERY);
  }
}
