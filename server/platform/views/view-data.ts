import type { Locale } from '../../../contract/locales.ts';

/** What every template can reach besides its own model: `@locale`, `@timeZone`, `@csrf` and `@shell`. */
export interface ViewData {
  locale: Locale;
  timeZone: string;
  /** Printed by the `_csrf` component only, so that pages without a form start no session. */
  csrf: { toString(): string };
  shell: unknown;
}

export type Translate = (locale: Locale, key: string, params: Record<string, unknown>) => string;

/** How values are written in the reader's language. `style` is what a template asked for: `{{date at style="long"}}`. */
export interface ViewFormats {
  date(value: Date, locale: Locale, timeZone: string, style?: string): string;
  time(value: Date, locale: Locale, timeZone: string, style?: string): string;
  dateTime(value: Date, locale: Locale, timeZone: string, style?: string): string;
  number(value: number, locale: Locale): string;
}
