import type { Locale } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';

/**
 * Position and organisation as one phrase. A position that ends as the unit begins is joined with it, and one that
 * already names its unit keeps it unsaid: nobody is “Director of the Centre of the Centre”.
 */
export function officeOf(position: string, organisation: string, spoken: Locale, locale: Locale): string {
  if (position === '' || organisation === '') return position || organisation;
  const joined = joinedAtOverlap(position, organisation);
  if (joined !== null) return joined;
  if (namesUnit(position, organisation)) return position;
  const beside = spoken !== locale || (locale === 'en' && /\b(?:of|at|for)\b/i.test(position));
  return translate(locale, beside ? 'address.office-beside' : 'address.office', { position, organisation });
}

/** “Giám đốc Trung tâm” + “Trung tâm CNTT&LL” → “Giám đốc Trung tâm CNTT&LL”. */
function joinedAtOverlap(position: string, organisation: string): string | null {
  const said = position.split(/\s+/);
  const unit = organisation.split(/\s+/);
  for (let length = Math.min(said.length, unit.length); length > 0; length -= 1) {
    if (lower(said.slice(-length).join(' ')) === lower(unit.slice(0, length).join(' '))) {
      return [...said.slice(0, said.length - length), ...unit].join(' ');
    }
  }
  return null;
}

/** The position ends with a word of the unit's name, whatever its grammatical case: “главный инженер Центра”. */
function namesUnit(position: string, organisation: string): boolean {
  const last = stem(lower(position).split(/\s+/).at(-1) ?? '');
  return lower(organisation)
    .split(/\s+/)
    .some((word) => last.length >= 4 && stem(word) === last);
}

// With its accents: a “viên” (expert) is not a “Viện” (institute).
function lower(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

function stem(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word;
}
