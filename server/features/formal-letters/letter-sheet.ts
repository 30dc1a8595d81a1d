import type { Letterhead } from '../../../contract/formal-letter.ts';
import type { Locale } from '../../../contract/locales.ts';

/** One letter, every word of it, ready to be drawn or shown. */
export interface LetterSheet {
  locale: Locale;
  letterhead: Letterhead;
  superior: string;
  unit: string;
  /** Names of the state or of the organisation at the right; empty on a firm's paper. */
  nation: string;
  motto: string;
  number: string;
  placeAndDate: string;
  heading: string;
  about: string;
  /** Before the name ("… trân trọng kính mời:"), or empty where the letter opens with a salutation. */
  lead: string;
  name: string;
  office: string;
  salutation: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  closing: string;
  signer: { capacity: string; position: string; name: string };
  copiesHeading: string;
  copies: string[];
  code: { qr: string; heading: string; text: string; typed: string } | null;
}
