import type { CheckInRule } from './rules.ts';

type Days = Pick<CheckInRule, 'timeZone' | 'dayStartsAt'>;

const HOUR_MS = 3_600_000;
/** Where clocks are changed, a day has an hour more or less. */
const SHORTEST_DAY_MS = 23 * HOUR_MS;
const LONGEST_DAY_MS = 25 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** The day a moment belongs to, `2026-11-23`: in the event's zone, and beginning where the list says a day begins. */
export function dayOf(at: number, { timeZone, dayStartsAt }: Days): string {
  return formatIn(timeZone).format(at - dayStartsAt * HOUR_MS);
}

/**
 * From which moment on what happened counts for who is in now: where a list counts by the day, since this day began;
 * else since ever.
 */
export function countsSince(rule: CheckInRule, now: number): number {
  if (rule.rule !== 'daily') return 0;
  const key = `${rule.timeZone} ${rule.dayStartsAt}`;
  const known = starts.get(key);
  if (known !== undefined && now >= known && now < known + SHORTEST_DAY_MS) return known;
  const start = startOfDay(now, rule);
  starts.set(key, start);
  return start;
}

/** The first moment of the same day. */
function startOfDay(now: number, days: Days): number {
  const day = dayOf(now, days);
  let [outside, inside] = [now - LONGEST_DAY_MS, now];
  while (inside - outside > 1) {
    const middle = Math.floor((outside + inside) / 2);
    if (dayOf(middle, days) === day) inside = middle;
    else outside = middle;
  }
  return inside;
}

// Making one costs a thousand times as much as using it.
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // The Swedish way of writing a date is that of ISO 8601.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, made);
  return made;
}
