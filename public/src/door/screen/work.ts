import type { DoorGuest } from '../../../../contract/door/sync.ts';
import type { Extra, Wanted } from '../admit.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';

export type Direction = 'entry' | 'exit';

/** What the parts of the page of a device at work share. */
export interface Work {
  desk: Desk;
  direction: () => Direction;
  /** May search for more than a steward: admit anyway, substitutes, walk-ins. */
  isSupervisor: () => boolean;
  /** Lets in, or out where the device stands at the way out, and shows what came of it. */
  attempt: (wanted: Wanted, extra?: Extra) => Promise<Outcome>;
  /** Lets in without a band of its own, for those who come along. */
  letIn: (guest: DoorGuest) => Promise<Outcome>;
  /** True when they are on record. */
  letInCompanions: (guest: DoorGuest, places: readonly number[]) => Promise<boolean>;
  /** Lets in one who comes after their guest, and shows what came of it. */
  attemptCompanion: (guest: DoorGuest, place: number) => Promise<void>;
  letOut: (guest: DoorGuest) => Promise<void>;
  /** Shows that something could not be kept. */
  alarm: (error: unknown, guest: DoorGuest | null) => void;
  /** What more can be done with this guest. */
  open: (guest: DoorGuest) => void;
}
