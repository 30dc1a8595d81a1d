/** The languages of the interface, Vietnamese first. */
export const locales = ['vi', 'en', 'ru'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
