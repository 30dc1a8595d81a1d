import type { CheckInRule } from './rules.ts';

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day a moment belongs to, `2026-11-23`: in the event's zone, and beginning where the list says a day begins. */
export function dayOf(
  at: number,
  { timeZone, dayStartsAt }: Pick<CheckInRule, 'timeZone' | 'dayStartsAt'>,
): string {
  return formatIn(timeZone).format(at - dayStartsAt * HOUR_MS);
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
