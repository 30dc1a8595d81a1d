import type { PersonName } from '../../../contract/person.ts';
import { searchWords } from '../../platform/text.ts';

const vietnameseMark = /đ|\u0302|\u0306|\u031B|\u0300|\u0309|\u0303|\u0301|\u0323/i;
const vietnameseBeginnings = new Set(
  'nguien tran le pham hoang huinh phan vu vo dang bui do ho ngo duong li dinh trinh mai'.split(' '),
);

/**
 * Under which keys somebody of this name may be met, however it is written: without accents, in Latin letters or in
 * Cyrillic, family name first or last, with or without the patronymic. Two people who share a key are looked at.
 */
export function nameKeys(name: PersonName): string[] {
  const keys = [name.vi, name.latin].filter(Boolean).map((spelling) => keyOf(wordsOf(spelling)));
  const { ru } = name;
  if (ru) {
    keys.push(keyOf(wordsOf(ru.family, ru.given)));
    if (ru.patronymic) keys.push(keyOf(wordsOf(ru.family, ru.given, ru.patronymic)));
    keys.push(skeletonOf(wordsOf(ru.family, ru.given)));
  } else if (name.latin && !looksVietnamese(wordsOf(name.latin))) {
    keys.push(skeletonOf(wordsOf(name.latin)));
  }
  return [...new Set(keys.filter((key) => key !== ''))];
}

/** True unless both are spelled with accents and the accents differ: Ân is not An. */
export function accentsAgree(a: PersonName, b: PersonName): boolean {
  const [one, other] = [a.vi, b.vi].map((spelling) => spelling?.normalize('NFC').toLowerCase() ?? '');
  if (!one || !other || ![one, other].every(isMarked)) return true;
  return sorted(one.split(/\s+/)) === sorted(other.split(/\s+/));
}

/** Every word of the shorter name is in the longer one: “An Nguyen” and “Nguyễn Văn An”. */
export function namesAgree(a: PersonName, b: PersonName): boolean {
  if (!accentsAgree(a, b)) return false;
  const spellings = (name: PersonName): string[][] =>
    [[name.vi], [name.latin], name.ru ? [name.ru.family, name.ru.given, name.ru.patronymic] : []]
      .map((parts) => wordsOf(...parts))
      .filter((words) => words.length > 0);
  return spellings(a).some((one) =>
    spellings(b).some((other) => isWithin(one, other) || isWithin(other, one)),
  );
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

function wordsOf(...parts: readonly (string | undefined)[]): string[] {
  return searchWords(...parts);
}

function keyOf(words: readonly string[]): string {
  return words.length < 2 ? '' : `n:${sorted(words)}`;
}

/** Consonants alone: Александр and Alexander, Евгений and Evgeny. Too coarse for the short words of Vietnamese. */
function skeletonOf(words: readonly string[]): string {
  const bones = words.map((word) => word.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1'));
  return bones.length >= 2 && bones.slice(0, 2).every((bone) => bone.length >= 2) ? `s:${sorted(bones)}` : '';
}

function looksVietnamese(words: readonly string[]): boolean {
  return [words[0], words.at(-1)].some((word) => vietnameseBeginnings.has(word ?? ''));
}

function isMarked(text: string): boolean {
  return vietnameseMark.test(text.normalize('NFD'));
}

function sorted(words: readonly string[]): string {
  return words.toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
}
