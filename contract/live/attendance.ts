import type { Localised } from '../localised.ts';

/** One person let in. Names only: this also reaches hall screens. */
export interface Arrival {
  guest: string;
  name: Localised;
  position: Localised;
  organisation: Localised;
  /** ISO time by the server's clock. */
  at: string;
  /** Set when a substitute came in the guest's place. */
  substituteFor?: Localised;
}

export interface Headcount {
  present: number;
  /** Those who came along with them, beside them. */
  companions: number;
  expected: number;
  listed: number;
}

export interface AttendanceNews {
  /** A guest has just been let in. Shown once, not kept. */
  'attendance:arrived': (arrival: Arrival) => void;
  /** A check-in was taken back. */
  'attendance:undone': (guest: string) => void;
  /** The whole count; later packets replace earlier ones. */
  'attendance:counted': (count: Headcount) => void;
}
