import type { Locale } from '../../../contract/locales.ts';

/** English is written for an international audience: day before month, 24 hours. */
export const languageTag: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', ru: 'ru-RU' };

/** Making an Intl formatter costs a thousand times more than using it, so each is made once. */
export function formatterCache<Settings extends readonly (string | number)[], Formatter>(
  make: (locale: Locale, ...settings: Settings) => Formatter,
): (locale: Locale, ...settings: Settings) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale, ...settings) => {
    const id = [locale, ...settings].join(' ');
    const known = made.get(id);
    if (known) return known;
    const formatter = make(locale, ...settings);
    made.set(id, formatter);
    return formatter;
  };
}
