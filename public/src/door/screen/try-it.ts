import type { DoorGuest } from '../../../../contract/door/sync.ts';
import { type Extra, type Wanted, admit } from '../admit.ts';
import type { Desk } from '../desk.ts';
import { leave } from '../leave.ts';
import { noOutcome, type Outcome } from '../outcome.ts';
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
    const guest = 'guest' in wanted ? (desk.list.guest(wanted.guest) ?? null) : null;
    return notRecorded(desk, error, guest);
  }
}

/** What was to be kept and was not. */
export function notRecorded(desk: Desk, error: unknown, guest: DoorGuest | null): Outcome {
  if (!(error instanceof DOMException)) reportError(error);
  // What a browser says of its disk is in no language of ours; the line of what is not well says it.
  const reason = error instanceof DOMException ? '' : String(error);
  return { ...noOutcome(desk), verdict: 'not-recorded', guest, reason };
}
