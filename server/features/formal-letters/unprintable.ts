import { beyondFonts, unprintable } from '../../platform/pdf/glyphs.ts';
import type { Access } from '../access/access.ts';
import { addressedName, officeIn, salutation } from '../directory/style-of-address.ts';
import { hasPass } from '../invitations/has-pass.ts';
import { type Addressee, writtenAs } from './addressees.ts';
import type { LetterSheet } from './letter-sheet.ts';

/** Enough to see what is the matter; the rest shows once these are mended. */
const MOST = 20;

/** Somebody whose letter would be printed with empty boxes, and the characters they stand for. */
export interface Unprintable {
  guest: Addressee;
  marks: string[];
}

/** The first of the people meant about whom the letter says something that its fonts lack. */
export async function unprintableGuests(
  access: Access,
  who: string,
): Promise<{ found: Unprintable[]; hasMore: boolean }> {
  const found: Unprintable[] = [];
  for await (const guest of writtenAs(access, who, beyondFonts())) {
    const marks = unprintable(textsAbout(guest));
    if (marks.length > 0 && found.length === MOST) return { found, hasMore: true };
    if (marks.length > 0) found.push({ guest, marks });
  }
  return { found, hasMore: false };
}

/** Everything in one letter that its fonts lack. */
export function unprintableIn(sheet: LetterSheet): string[] {
  return unprintable(ownTexts(sheet).concat(sheet.name, sheet.office, sheet.salutation).join('\n'));
}

/** What the fonts lack of the letter itself, whoever gets it. */
export function unprintableOfAll(sheets: readonly LetterSheet[]): string[] {
  return unprintable(sheets.flatMap(ownTexts).join('\n'));
}

function ownTexts(sheet: LetterSheet): string[] {
  const { superior, unit, nation, motto, number, placeAndDate, about, lead, closing, signer } = sheet;
  return [superior, unit, nation, motto, number, placeAndDate, about, lead, closing].concat(
    Object.values(signer),
    sheet.paragraphs,
    sheet.copies,
    sheet.facts.map(({ value }) => value),
  );
}

function textsAbout(guest: Addressee): string {
  const { locale } = guest;
  const seat = guest.seat && hasPass(guest.answer) ? guest.seat : '';
  return [addressedName(guest, locale), officeIn(guest, locale), salutation(guest, locale), seat].join('\n');
}
