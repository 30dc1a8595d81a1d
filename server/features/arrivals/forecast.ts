/** Guests one desk receives in an hour without hurry: about 100 to 130. */
export const DESK_PER_HOUR = 115;
/** More than this at one desk, and people wait. */
export const DESK_LIMIT = 130;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONG = 10 * MINUTE;
/** A rush shows in less time than a calm. */
const SHORT = 3 * MINUTE;
const RUSH = 1.5;
/** Too few for a queue: they will come when they come. */
const FEW = 5;

export interface Rush {
  /** When somebody came in, in milliseconds. */
  arrivals: readonly number[];
  /** Who said they would come. */
  expected: number;
  /** Of them, those who are not here yet. */
  left: number;
  now: number;
  /** The start of the programme; null while it is not known. */
  startsAt: number | null;
}

export type Forecast =
  /** Nobody has said that they come, so nobody is waited for. */
  | { kind: 'nobody-expected' }
  | { kind: 'all-in' }
  | { kind: 'few-left'; left: number }
  /** Nobody has come in for ten minutes: there is no pace to count with. */
  | { kind: 'quiet'; left: number }
  | { kind: 'in-time'; left: number; perHour: number; clearAt: number }
  /** `outside`: who will still stand in front of the doors when it begins; `desks`: how many would be needed. */
  | { kind: 'late'; left: number; perHour: number; clearAt: number; outside: number; desks: number }
  | { kind: 'after-start'; left: number; perHour: number; clearAt: number };

/** When everybody who is expected will be in, at the pace of the last minutes. */
export function forecast({ arrivals, expected, left, now, startsAt }: Rush): Forecast {
  if (expected === 0) return { kind: 'nobody-expected' };
  if (left <= 0) return { kind: 'all-in' };
  if (left <= FEW) return { kind: 'few-left', left };
  const perHour = paceOf(arrivals, now);
  if (perHour === 0) return { kind: 'quiet', left };
  const clearAt = now + (left / perHour) * HOUR;
  const told = { left, perHour: Math.round(perHour), clearAt };
  if (startsAt !== null && now >= startsAt) return { kind: 'after-start', ...told };
  if (startsAt === null || clearAt <= startsAt) return { kind: 'in-time', ...told };
  const hours = (startsAt - now) / HOUR;
  const outside = Math.ceil(left - perHour * hours);
  return { kind: 'late', ...told, outside, desks: Math.ceil(left / hours / DESK_PER_HOUR) };
}

/**
 * Guests an hour, by the last ten minutes, or by as much of them as people have been coming; when the last three were
 * much quicker, by those.
 */
export function paceOf(arrivals: readonly number[], now: number): number {
  const recent = arrivals.filter((at) => at >= now - LONG && at <= now);
  if (recent.length === 0) return 0;
  const lasted = Math.max(SHORT, Math.min(LONG, now - Math.min(...recent)));
  const usual = (recent.length / lasted) * HOUR;
  const lately = (recent.filter((at) => at >= now - SHORT).length / SHORT) * HOUR;
  return lately > usual * RUSH ? lately : usual;
}
