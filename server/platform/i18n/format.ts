import type { Locale } from '../../../contract/locales.ts';
import { formatList } from './format-words.ts';
import { formatterCache, languageTag } from './formatters.ts';
import { translate } from './translate.ts';

/**
 * `full` has the weekday, `long` is for running text, `short` for narrow columns of one year, `numeric` for tables,
 * `formal` for letters and certificates.
 */
export type DateStyle = 'full' | 'long' | 'short' | 'numeric' | 'formal';
type IntlStyle = Exclude<DateStyle, 'formal'>;

const inDigits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const inWords = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const options: Readonly<Record<Locale, Readonly<Record<IntlStyle, Intl.DateTimeFormatOptions>>>> = {
  vi: {
    full: { weekday: 'long', ...inDigits },
    long: inDigits,
    short: { weekday: 'short', day: '2-digit', month: '2-digit' },
    numeric: inDigits,
  },
  en: {
    full: { weekday: 'long', ...inWords },
    long: inWords,
    short: { weekday: 'short', day: 'numeric', month: 'short' },
    numeric: inDigits,
  },
  ru: {
    full: { weekday: 'long', ...inWords },
    long: inWords,
    short: { weekday: 'short', day: 'numeric', month: 'short' },
    numeric: inDigits,
  },
};

const dateFormat = formatterCache((locale, style: IntlStyle, timeZone: string) => {
  return new Intl.DateTimeFormat(languageTag[locale], { ...options[locale][style], timeZone });
});
const timeFormat = formatterCache((locale, timeZone: string) => {
  return new Intl.DateTimeFormat(languageTag[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
});

const numberFormat = formatterCache((locale, digits: number, style: 'decimal' | 'percent') => {
  return new Intl.NumberFormat(languageTag[locale], { style, maximumFractionDigits: digits });
});
const relativeFormat = formatterCache((locale) => new Intl.RelativeTimeFormat(languageTag[locale]));

export function formatDate(locale: Locale, at: Date, timeZone: string, style: DateStyle = 'full'): string {
  if (style === 'formal') return formalDate(locale, at, timeZone);
  return evenSpaces(dateFormat(locale, style, timeZone).format(at));
}

/** A calendar day, YYYY-MM-DD, which is the same day in every zone. */
export function formatDay(locale: Locale, day: string, style: DateStyle = 'full'): string {
  return formatDate(locale, dayStart(day), 'UTC', style);
}

export function formatTime(locale: Locale, at: Date, timeZone: string): string {
  return timeFormat(locale, timeZone).format(at);
}

export function formatDateTime(
  locale: Locale,
  at: Date,
  timeZone: string,
  style: DateStyle = 'full',
): string {
  const date = formatDate(locale, at, timeZone, style);
  return translate(locale, 'common.date-time', { date, time: formatTime(locale, at, timeZone) });
}

/** “GMT+7”, as it is on the day. */
export function formatZone(locale: Locale, timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The days of an event, YYYY-MM-DD in ascending order; none means that the date is not known yet. */
export function formatDateRange(locale: Locale, days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return translate(locale, 'common.date-unknown');
  if (first === last) return formatDay(locale, first);
  const list = days.map((day) => formatDay(locale, day, 'long'));
  return areConsecutive(days) ? dayRange(locale, first, last) : formatList(locale, list);
}

/** The same with the weekdays of several days: people plan their journey by them. */
export function formatDateRangeInFull(locale: Locale, days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last || !areConsecutive(days)) return formatDateRange(locale, days);
  const [from, to] = [first, last].map((day) => unbrokenWeekday(formatDay(locale, day)));
  return translate(locale, 'common.time-range', { from: from ?? '', to: to ?? '' });
}

// A weekday of two words, as Vietnamese has them, stays on one line.
function unbrokenWeekday(day: string): string {
  return day.replace(/^(\p{L}+) (?=\p{L}+,)/u, '$1\u00A0');
}

export function formatNumber(locale: Locale, value: number, digits = 3): string {
  return numberFormat(locale, digits, 'decimal').format(value);
}

/** A share between 0 and 1: 0.975 becomes 97,5 %. */
export function formatPercent(locale: Locale, share: number, digits = 1): string {
  return numberFormat(locale, digits, 'percent').format(share);
}

const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** “5 minutes ago”, “in 2 days”. */
export function formatRelative(locale: Locale, at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (!step) return translate(locale, 'common.just-now');
  return relativeFormat(locale).format(Math.trunc(seconds / step.seconds), step.unit);
}

function dayRange(locale: Locale, first: string, last: string): string {
  if (locale === 'vi') return vietnameseRange(first, last);
  const range = dateFormat(locale, 'long', 'UTC').formatRange(dayStart(first), dayStart(last));
  return evenSpaces(range).replace(/^(\d+) – (?=\d+ \p{L})/u, '$1–');
}

// 03–04/10/2020: what the two days share is written once, at the end.
function vietnameseRange(first: string, last: string): string {
  const end = formatDay('vi', last, 'long');
  const start = formatDay('vi', first, 'long');
  if (first.slice(0, 7) === last.slice(0, 7)) return `${start.slice(0, 2)}–${end}`;
  return first.slice(0, 4) === last.slice(0, 4) ? `${start.slice(0, 5)} – ${end}` : `${start} – ${end}`;
}

function formalDate(locale: Locale, at: Date, timeZone: string): string {
  const parts = dateFormat(locale, 'long', timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => {
    return parts.find((candidate) => candidate.type === type)?.value ?? '';
  };
  return translate(locale, 'common.date-formal', {
    day: part('day'),
    month: part('month'),
    year: part('year'),
  });
}

function areConsecutive(days: readonly string[]): boolean {
  const dayLength = 24 * 60 * 60 * 1000;
  const start = dayStart(days[0] ?? '').getTime();
  return days.every((day, index) => dayStart(day).getTime() === start + index * dayLength);
}

function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

// ICU puts thin and narrow spaces, which differ between its versions, into some formats.
function evenSpaces(text: string): string {
  return text.replaceAll(/[\u2009\u202F]/g, ' ');
}
