import type { Locale } from '../../../contract/locales.ts';
import { formatList } from '../../platform/i18n/format-words.ts';

/** “A, B and C”; with semicolons when a part has commas of its own. */
export function joined(locale: Locale, parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.some((part) => /[,;]/.test(part)) ? said.join('; ') : formatList(locale, said);
}

/**
 * A text that stood alone, put into a sentence: its first letter becomes small, unless it begins with an
 * abbreviation or a name. `names` are the names of units that the texts may mention.
 */
export function inside(text: string, locale: Locale, names: readonly string[]): string {
  const said = text.trim().replace(/[.;]+$/, '');
  if (beginsWithName(said, locale) || names.some((name) => beginsAlike(said, name, locale))) return said;
  const [letter = ''] = said;
  return letter.toLocaleLowerCase(locale) + said.slice(letter.length);
}

/** The same for the name of a unit, which may be a single word. */
export function unitInside(unit: string, locale: Locale, names: readonly string[]): string {
  return /\s/.test(unit.trim()) ? inside(unit, locale, names) : unit.trim();
}

/** “PVN Skills”, “Covid-19”, “Youth Union”, “Nguyễn Văn Thành”. */
function beginsWithName(text: string, locale: Locale): boolean {
  const [first = '', second = '', ...rest] = text.split(/\s+/);
  if (/^\P{L}*\p{L}.*[\p{Lu}\d]/u.test(first)) return true;
  if (first.endsWith(',') || /^(the|a|an)$/i.test(first)) return false;
  // A Russian name of a unit has one capital letter, a name of a person has them all.
  if (locale === 'ru') return /^[А-ЯЁ]/.test(second) && rest.every((word) => /^[А-ЯЁ]/.test(word));
  return /^\p{Lu}/u.test(second);
}

/** Vietnamese words are single syllables and English names are compounds, so two words must agree. */
function beginsAlike(text: string, name: string, locale: Locale): boolean {
  const count = locale === 'ru' ? 1 : 2;
  const head = (words: string): string => words.split(/\s+/).slice(0, count).join(' ');
  return head(name) !== '' && head(text) === head(name);
}

/** How much of a text another one has said already, 0 to 1. */
export function shareSaid(text: string, by: string): number {
  const known = new Set(stems(by));
  const words = stems(text);
  return words.length === 0 ? 1 : words.filter((word) => known.has(word)).length / words.length;
}

/** The beginning of a word, which its cases and numbers share. */
export function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 5));
}
