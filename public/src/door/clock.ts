/** The server's time, as a device knows it from its last contact. */
export interface DoorClock {
  /** In milliseconds. */
  now: () => number;
  /** Not heard of the server since this page was opened, or the clock was set meanwhile. */
  isUncertain: () => boolean;
  /** The server said `server` between these two moments of our own clock. */
  heard: (server: number, asked: number, answered: number) => void;
  /** What the server is told of our clock. */
  report: () => { offset: number; roundTrip: number };
}

/** More than this between the two clocks of the machine: somebody has set one of them. */
const JUMP_MS = 2_000;

/** `offset`: how far our clock was ahead when the server was last heard, before this page was opened. */
export function doorClock(offset: number, kept: (offset: number) => void): DoorClock {
  let known = { ahead: offset, roundTrip: 0 };
  /** Both clocks of the machine at the last contact. */
  let contact: { wall: number; steady: number } | null = null;

  function drift(): number {
    if (!contact) return 0;
    return Date.now() - contact.wall - (performance.now() - contact.steady);
  }

  return {
    now: () => Math.round(Date.now() - known.ahead),
    isUncertain: () => contact === null || Math.abs(drift()) > JUMP_MS,
    heard(server, asked, answered) {
      known = { ahead: (asked + answered) / 2 - server, roundTrip: answered - asked };
      contact = { wall: Date.now(), steady: performance.now() };
      kept(known.ahead);
    },
    report: () => ({ offset: Math.round(known.ahead), roundTrip: Math.round(known.roundTrip) }),
  };
}
