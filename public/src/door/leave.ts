import type { Wanted } from './admit.ts';
import { letOut } from './deeds.ts';
import type { Desk } from './desk.ts';
import type { Outcome } from './outcome.ts';
import { readPass } from './read-pass.ts';

/** Lets somebody go out, by what was read or typed or by being chosen. */
export async function leave(desk: Desk, wanted: Wanted): Promise<Outcome> {
  if ('guest' in wanted) {
    const guest = desk.list.guest(wanted.guest);
    return guest ? letOut(desk, guest, 'search') : nobody(desk, 'not-listed');
  }
  const reading = await readPass(wanted.text, desk.list.setting());
  if (!reading.ok) return nobody(desk, reading.verdict);
  const guest = desk.list.byPass(reading.pass);
  return guest ? letOut(desk, guest, wanted.method) : nobody(desk, 'not-listed');
}

function nobody(desk: Desk, verdict: Outcome['verdict']): Outcome {
  return {
    id: crypto.randomUUID(),
    verdict,
    admitted: false,
    waits: false,
    guest: null,
    pass: '',
    list: desk.current().id,
    at: desk.clock.now(),
    first: null,
    substitute: '',
    reason: '',
  };
}
