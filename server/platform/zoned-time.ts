import { Temporal } from 'temporal-polyfill';

/** The moment that clocks in a zone show as `2027-01-15T08:30`. An hour that a zone skips counts as the next one. */
export function instantIn(timeZone: string, local: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return new Date(zoned.epochMilliseconds);
}

/** What clocks in a zone show at a moment: `2027-01-15T08:30`. */
export function localTimeIn(timeZone: string, at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Every calendar day from the first to the last, both counted in. */
export function daysBetween(first: string, last: string): string[] {
  const start = Temporal.PlainDate.from(first);
  const { days } = start.until(Temporal.PlainDate.from(last), { largestUnit: 'day' });
  return Array.from({ length: Math.max(0, days + 1) }, (_, later) => start.add({ days: later }).toString());
}

/** The same time of day in a zone, so many days later or, when negative, earlier. */
export function daysLater(timeZone: string, at: Date, days: number): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(zoned.add({ days }).epochMilliseconds);
}
