import type { DoorVerdict } from '../../../contract/door/decide.ts';
import type { DoorFact, DoorGuest } from '../../../contract/door/sync.ts';
import type { Desk } from './desk.ts';
import type { Uses } from './uses.ts';

/** What came of one attempt at this device. */
export interface Outcome {
  /** Of the attempt, and of the fact if there is one. */
  id: string;
  verdict: DoorVerdict;
  /** They may come in, or go out. */
  admitted: boolean;
  /** Decided here, without the word of the server; whether it was sent meanwhile, the queue knows. */
  waits: boolean;
  guest: DoorGuest | null;
  /** The pass in hand of somebody who is not on the list. */
  pass: string;
  list: string;
  /** By the server's clock, in milliseconds. */
  at: number;
  /** The entry that leaves no room for another. */
  first: DoorFact | null;
  /** What was used of a list that admits several times, when no further entry counts. */
  uses: Uses | null;
  substitute: string;
  /** Who came along with the guest, when it is about them and not about the guest; '' otherwise. */
  companion: string;
  /** What the server said against it, in the reader's language. */
  reason: string;
}

/** Of an attempt that meant nobody, on the list that is being worked on. */
export function noOutcome(desk: Pick<Desk, 'current' | 'clock'>, id: string = crypto.randomUUID()): Outcome {
  return {
    id,
    verdict: 'unknown-code',
    admitted: false,
    waits: false,
    guest: null,
    pass: '',
    list: desk.current().id,
    at: desk.clock.now(),
    first: null,
    uses: null,
    substitute: '',
    companion: '',
    reason: '',
  };
}
