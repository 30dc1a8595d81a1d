import type { Locale } from './locales.ts';

/** A text in the languages in which somebody has written it. */
export interface Localised {
  vi?: string;
  en?: string;
  ru?: string;
}

/** Where to look next when a text is missing in a language: readers of Russian rather read English than Vietnamese. */
export const fallbackOrder: Readonly<Record<Locale, readonly Locale[]>> = {
  vi: ['vi', 'en', 'ru'],
  en: ['en', 'vi', 'ru'],
  ru: ['ru', 'en', 'vi'],
};

/**
 * The text in the reader's language or the nearest one; empty when there is none at all. Documents leave out a text
 * that nobody has written.
 */
export function inLocale(text: Localised | undefined, locale: Locale): string {
  return text?.[localeOfText(text, locale) ?? locale] ?? '';
}

/** The language `inLocale` will answer in, for the `lang` attribute; null when the text is empty. */
export function localeOfText(text: Localised | undefined, locale: Locale): Locale | null {
  return fallbackOrder[locale].find((candidate) => text?.[candidate]?.trim()) ?? null;
}
