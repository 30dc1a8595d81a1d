/** The server's time, as a device knows it from its last contact. */
export interface DoorClock {
  /** In milliseconds. */
  now: () => number;
  /** Not heard of the server since this page was opened, or the clock was set meanwhile. */
  isUncertain: () => boolean;
  /** Begins a question to the server; what it returns is told the time that the answer says. */
  ask: () => (server: number) => void;
  /** What the server is told of our clock. */
  report: () => { offset: number; roundTrip: number };
}

/** More than this between the two clocks of the machine: somebody has set one of them. */
const JUMP_MS = 2_000;
/** An answer that took longer was waited for by nobody: the machine has slept. */
const LONGEST_MS = 60_000;

/** Both clocks of the machine at one moment: the one that people set, and the one that only runs. */
interface Moment {
  wall: number;
  steady: number;
}

/** `offset`: how far our clock was ahead when the server was last heard, before this page was opened. */
export function doorClock(offset: number, kept: (offset: number) => void): DoorClock {
  let known = { ahead: offset, roundTrip: 0 };
  let contact: Moment | null = null;

  return {
    now: () => Math.round(Date.now() - known.ahead),
    isUncertain: () => contact === null || wasSet(contact, moment()),
    ask() {
      const asked = moment();
      return (server) => {
        const answered = moment();
        const roundTrip = answered.wall - asked.wall;
        // Half of such a time would be believed to be the error of our clock.
        if (wasSet(asked, answered) || roundTrip < 0 || roundTrip > LONGEST_MS) return;
        known = { ahead: (asked.wall + answered.wall) / 2 - server, roundTrip };
        contact = answered;
        kept(known.ahead);
      };
    },
    report: () => ({ offset: Math.round(known.ahead), roundTrip: Math.round(known.roundTrip) }),
  };
}

function moment(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

function wasSet(before: Moment, after: Moment): boolean {
  return Math.abs(after.wall - before.wall - (after.steady - before.steady)) > JUMP_MS;
}
