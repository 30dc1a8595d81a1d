import { type Extra, type Wanted, admit } from '../admit.ts';
import type { Desk } from '../desk.ts';
import { leave } from '../leave.ts';
import type { Outcome } from '../outcome.ts';
import type { Direction } from './work.ts';

export interface Attempt {
  wanted: Wanted;
  extra: Extra;
  direction: Direction;
}

/** One attempt to come in or go out. Whatever breaks on the way is said to be not recorded, never passed over. */
export async function tryIt(desk: Desk, { wanted, extra, direction }: Attempt): Promise<Outcome> {
  try {
    return direction === 'exit' ? await leave(desk, wanted) : await admit(desk, wanted, extra);
  } catch (error) {
    reportError(error);
    return { ...nothing(desk, wanted), verdict: 'not-recorded', reason: String(error) };
  }
}

function nothing(desk: Desk, wanted: Wanted): Outcome {
  return {
    id: crypto.randomUUID(),
    verdict: 'not-recorded',
    admitted: false,
    waits: false,
    guest: 'guest' in wanted ? (desk.list.guest(wanted.guest) ?? null) : null,
    pass: '',
    list: desk.current().id,
    at: desk.clock.now(),
    first: null,
    substitute: '',
    reason: '',
  };
}
