import type { Locale } from '../../../contract/locales.ts';
import { formatterCache, languageTag } from './formatters.ts';

const listFormat = formatterCache(
  (locale) => new Intl.ListFormat(languageTag[locale], { type: 'conjunction' }),
);
const unitFormat = formatterCache((locale, unit: 'hour' | 'minute') => {
  return new Intl.NumberFormat(languageTag[locale], { style: 'unit', unit, unitDisplay: 'long' });
});

/** “A, B and C”. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return listFormat(locale).format(items);
}

/** “1 hour 30 minutes”. */
export function formatDuration(locale: Locale, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? unitFormat(locale, 'hour').format(hours) : '',
    rest > 0 || hours === 0 ? unitFormat(locale, 'minute').format(rest) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
