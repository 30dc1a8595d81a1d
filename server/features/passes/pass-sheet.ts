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
