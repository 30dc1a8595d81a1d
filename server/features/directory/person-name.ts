import type { Locale } from '../../../contract/locales.ts';
import type { Gender, PersonName, RussianName } from '../../../contract/person.ts';
import { sortKeyInOrder, vietnameseSortKey } from '../../platform/collation.ts';
import { searchWords, transliterate } from '../../platform/text.ts';

// đ, the shapes of ă â ê ô ơ ư and the five tones.
const vietnameseMark = /đ|\u0302|\u0306|\u031B|\u0300|\u0309|\u0303|\u0301|\u0323/i;

/** The whole name in the script the reader expects; a script nobody filled falls back to the others. */
export function displayName(name: PersonName, locale: Locale): string {
  if (locale === 'ru' && name.ru) return russianFullName(name.ru);
  const spellings = locale === 'en' ? [name.latin, name.vi] : [name.vi, name.latin];
  return spellings.find((spelling) => spelling?.trim()) ?? (name.ru ? transliterated(name.ru) : '');
}

/** For narrow places: “Небоженко В. А.”, “Đình Công”; a name in Latin letters stays whole. */
export function shortName(name: PersonName, locale: Locale): string {
  if (name.ru && isRussian(name)) return familyAndInitials(russianPartsIn(name, name.ru, locale));
  const full = displayName(name, locale);
  const words = wordsOf(full);
  return full === name.vi && words.length > 2 ? words.slice(-2).join(' ') : full;
}

/** Two letters for a picture that is missing: family and given name. */
export function initials(name: PersonName, locale: Locale): string {
  const words = wordsOf(displayName(name, locale));
  const second = isRussian(name) ? words[1] : words.slice(1).at(-1);
  return [words[0], second].map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

/** Given name and patronymic, by which Russians are greeted; empty when there is no patronymic. */
export function givenAndPatronymic(name: PersonName): string {
  return name.ru?.patronymic ? `${name.ru.given} ${name.ru.patronymic}` : '';
}

/** What “Mr” is followed by in an English letter: the family name of a Russian, the whole name of others. */
export function nameAfterTitle(name: PersonName): string {
  if (!name.ru || !isRussian(name)) return displayName(name, 'en');
  return russianPartsIn(name, name.ru, 'en').family;
}

/** A patronymic shows the gender by grammar; no other name is taken as a sign. */
export function genderFromName(name: PersonName): Gender {
  const patronymic = name.ru?.patronymic?.toLowerCase() ?? '';
  if (patronymic.endsWith('ич')) return 'male';
  return /(?:вна|чна)$/.test(patronymic) ? 'female' : 'unknown';
}

/** The name as somebody typed it into one box, put where it belongs: Cyrillic is taken apart, accents mean Vietnamese. */
export function readPersonName(text: string): PersonName {
  const full = text.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (full === '') return {};
  if (/\p{Script=Cyrillic}/u.test(full)) return { ru: russianParts(full) };
  return vietnameseMark.test(full.normalize('NFD')) ? { vi: full } : { latin: full };
}

export function hasName(name: PersonName): boolean {
  return displayName(name, 'vi') !== '';
}

/** The words under which the person is found, by any spelling. */
export function nameWords(name: PersonName): string[] {
  return searchWords(name.vi, name.latin, name.ru && russianFullName(name.ru));
}

/** Lists are in Vietnamese order: given name first; Russians stand under their family name, as they are called. */
export function nameSortKey(name: PersonName): string {
  if (!name.ru || !isRussian(name)) return vietnameseSortKey(displayName(name, 'vi'));
  return sortKeyInOrder(name.ru.family, name.ru.given, name.ru.patronymic ?? '');
}

/** Somebody whose own name is Russian, and not merely written in Cyrillic for Russian readers. */
function isRussian({ vi = '', ru }: PersonName): boolean {
  return ru !== undefined && (Boolean(ru.patronymic) || !vietnameseMark.test(vi.normalize('NFD')));
}

function russianFullName({ family, given, patronymic = '' }: RussianName): string {
  return [family, given, patronymic].filter((part) => part !== '').join(' ');
}

function transliterated(name: RussianName): string {
  return transliterate(russianFullName(name));
}

/** The parts in the reader's script; a passport spelling of the usual shape wins over our own transliteration. */
function russianPartsIn(name: PersonName, ru: RussianName, locale: Locale): RussianName {
  if (locale === 'ru') return ru;
  const [family, given, patronymic] = wordsOf(displayName(name, locale));
  const sameOrder = searchWords(family)[0]?.[0] === searchWords(ru.family)[0]?.[0];
  if (family && given && sameOrder) return { family, given, ...(patronymic ? { patronymic } : {}) };
  return russianParts(transliterated(ru));
}

function russianParts(full: string): RussianName {
  const [family = '', given = '', ...rest] = wordsOf(full);
  return { family, given, ...(rest.length > 0 ? { patronymic: rest.join(' ') } : {}) };
}

function familyAndInitials({ family, given, patronymic = '' }: RussianName): string {
  const letters = [given, patronymic].map((part) => Array.from(part)[0]).filter(Boolean);
  return [family, ...letters.map((letter) => `${letter}.`)].join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
