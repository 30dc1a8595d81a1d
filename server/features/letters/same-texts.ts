import { locales } from '../../../contract/locales.ts';
import type { LetterTexts } from '../../../models/message-template.ts';

export function sameTexts(one: LetterTexts, other: LetterTexts): boolean {
  return locales.every(
    (locale) => one[locale].subject === other[locale].subject && one[locale].body === other[locale].body,
  );
}
