import { fold, transliterate } from './text.ts';

// One character per letter of the alphabet, in an order that bytes share. Digits sort before letters.
const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const ranks = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg';
const letterRank = new Map(Array.from(alphabet, (letter, index) => [letter, ranks.charAt(index)]));

const circumflex = '\u0302';
const breve = '\u0306';
const horn = '\u031B';
const shaped: Readonly<Record<string, string>> = {
  [`a${breve}`]: 'ă',
  [`a${circumflex}`]: 'â',
  [`e${circumflex}`]: 'ê',
  [`o${circumflex}`]: 'ô',
  [`o${horn}`]: 'ơ',
  [`u${horn}`]: 'ư',
};

/** huyền, hỏi, ngã, sắc, nặng: the order of dictionaries. A word without a mark comes first. */
const toneRank: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};

/**
 * A key that sorts personal names as Vietnamese lists do when compared byte by byte: given name, family name,
 * middle names; within a word first the letters, then the tone. Russian names keep their order, family name first.
 */
export function vietnameseSortKey(fullName: string): string {
  return sortKeyInOrder(...givenNameFirst(fullName.split(/\s+/).filter((word) => word !== '')));
}

/** The same for texts that are read from left to right: organisations, titles. Cyrillic stands where it sounds. */
export function sortKeyInOrder(...words: readonly string[]): string {
  return words
    .flatMap((word) => transliterate(word).split(/[\s\p{P}\p{S}]+/u))
    .filter((word) => word !== '')
    .map(wordKey)
    .join(' ');
}

const patronymic = /(?:[oe]vich|[oe]vna|ichna|[uy]ich)$/i;
const cyrillicLetter = /\p{Script=Cyrillic}/u;

function givenNameFirst(words: readonly string[]): readonly string[] {
  const given = words.at(-1);
  if (given === undefined || words.length === 1) return words;
  if (patronymic.test(given) || cyrillicLetter.test(given)) return words;
  return [given, ...words.slice(0, -1)];
}

const keys = new Map<string, string>();
const MOST_KEYS = 5000;

/** Names are made of few words: most of those of a list of thousands have been met before. */
function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = makeWordKey(word);
  keys.set(word, key);
  return key;
}

// A space sorts before every letter, so the shorter of two words comes first.
function makeWordKey(word: string): string {
  const decomposed = word.toLowerCase().normalize('NFD');
  let letters = '';
  let tones = '';
  for (const [, base = '', marks = ''] of decomposed.matchAll(/(\P{M})(\p{M}*)/gu)) {
    letters += rankOf(base, marks);
    tones += Array.from(marks, (mark) => toneRank[mark] ?? '').join('');
  }
  return `${letters} ${tones || '0'}`;
}

function rankOf(base: string, marks: string): string {
  const shape = Array.from(marks, (mark) => shaped[base + mark]).find((letter) => letter !== undefined);
  return letterRank.get(shape ?? base) ?? rankOfForeign(base);
}

function rankOfForeign(base: string): string {
  return Array.from(fold(base), (letter) => letterRank.get(letter) ?? letter).join('');
}
