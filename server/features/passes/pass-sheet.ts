import type { Locale } from '../../../contract/locales.ts';

/** One pass, every word of it, ready to be drawn. */
export interface PassCard {
  locale: Locale;
  event: string;
  host: string;
  name: string;
  about: string;
  facts: readonly { label: string; value: string }[];
  /** As it is typed. */
  code: string;
  /** What the QR says. */
  text: string;
}

/** One pass on a page of A6, or eight on a sheet of A4 to be cut. */
export const passLayouts = ['a6', 'a4'] as const;
export type PassLayout = (typeof passLayouts)[number];

/** So many that a file is drawn in a few seconds. */
export const passesPerFile = 500;
