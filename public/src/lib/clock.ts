let offset = 0;

/** Tells the clock what the server's time is; the newest word counts. */
export function setServerTime(now: string | number | Date, here: number = Date.now()): void {
  const there = new Date(now).getTime();
  if (Number.isFinite(there)) offset = there - here;
}

/** The server's time now, in milliseconds. A tablet with a wrong clock still counts down rightly. */
export function serverNow(here: number = Date.now()): number {
  return here + offset;
}
