import type { Locale } from '../../../../contract/locales.ts';
import { language, say } from './words.ts';

/** How times are written; nobody here reads AM and PM. */
const regions: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', ru: 'ru-RU' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The time of day at the event. */
export function timeOfDay(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(regions[language()], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(at);
}

export function day(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(regions[language()], { timeZone, dateStyle: 'long' }).format(at);
}

/** "12 seconds ago". */
export function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 2) return say('door-app.state.just-now');
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  if (seconds < 60) return format.format(-seconds, 'second');
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), 'minute');
  return format.format(-Math.round(seconds / 3600), 'hour');
}

/** "12 minutes", "3 hours". */
export function span(milliseconds: number): string {
  return milliseconds < 2 * HOUR_MS
    ? say('door-app.fresh.minutes', { count: Math.floor(milliseconds / MINUTE_MS) })
    : say('door-app.fresh.hours', { count: Math.floor(milliseconds / HOUR_MS) });
}
