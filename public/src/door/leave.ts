import type { Wanted } from './admit.ts';
import { letOut } from './deeds.ts';
import type { Desk } from './desk.ts';
import { noOutcome, type Outcome } from './outcome.ts';
import { readPass } from './read-pass.ts';

/** Lets somebody go out, by what was read or typed or by being chosen. */
export async function leave(desk: Desk, wanted: Wanted): Promise<Outcome> {
  if ('guest' in wanted) {
    const guest = desk.list.guest(wanted.guest);
    return guest ? letOut(desk, guest, 'search') : { ...noOutcome(desk), verdict: 'not-listed' };
  }
  const reading = await readPass(wanted.text, desk.list.setting());
  if (!reading.ok) return { ...noOutcome(desk), verdict: reading.verdict };
  const guest = desk.list.byPass(reading.pass);
  return guest ? letOut(desk, guest, wanted.method) : { ...noOutcome(desk), verdict: 'not-listed' };
}
