const longestWord = 40;
const mostWords = 64;
const mostTerms = 8;

/** Letters that no decomposition takes apart. */
const undecomposable: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Text as people compare it at a glance: no accents, no case, no punctuation, single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đøłßæœı]/gu, (letter) => undecomposable[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lower-case words and digits joined by hyphens, for addresses. Cyrillic is written in Latin letters. */
export function slugify(text: string, longest = 60): string {
  const words = fold(transliterate(text))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  return words.slice(0, longest).replace(/-+$/, '');
}

/**
 * The words under which a record is found. Both scripts and the usual spellings of one name meet in one form, so
 * store these words and look for `searchTerms`; text that was only folded does not match them.
 */
export function searchWords(...texts: readonly (string | null | undefined)[]): string[] {
  return wordsOf(texts.map((text) => text ?? '').join(' ')).slice(0, mostWords);
}

/**
 * What was typed into a search box, as beginnings of words: each must begin some word of the record. The terms are
 * letters and digits only, so they are safe inside a regular expression.
 */
export function searchTerms(query: string): string[] {
  return wordsOf(query).slice(0, mostTerms);
}

function wordsOf(text: string): string[] {
  const words = fold(latinLetters(text.toLowerCase().normalize('NFC'))).split(' ');
  const forms = words.filter((word) => word !== '').map((word) => meetingForm(word).slice(0, longestWord));
  return [...new Set(forms)];
}

/** Each letter by itself, so that the beginning of a word stays the beginning of its form. */
function meetingForm(word: string): string {
  return word.replaceAll('y', 'i').replaceAll('x', 'ks').replace(/i+/g, 'i');
}

const cyrillic = new Map(
  Object.entries({
    ...letters('абвгдеёжзийклмноп', 'a b v g d e e zh z i y k l m n o p'),
    ...letters('рстуфхцчшщъыьэюя', 'r s t u f kh ts ch sh shch - y - e yu ya'),
    ...letters('іїєґў', 'i yi ye g u'),
  }),
);

function letters(script: string, latin: string): Record<string, string> {
  const equivalents = latin.split(' ').map((letter) => (letter === '-' ? '' : letter));
  return Object.fromEntries(Array.from(script, (letter, index) => [letter, equivalents[index] ?? '']));
}

function latinLetters(lowerCase: string): string {
  return lowerCase.replace(/[а-яёіїєґў]/gu, (letter) => cyrillic.get(letter) ?? letter);
}

/** Cyrillic in Latin letters as Russians write their names in passports and letters: Alexandrovich, Dmitry, Yury. */
export function transliterate(text: string): string {
  return text.normalize('NFC').replace(/[а-яёіїєґў]+/giu, transliterateWord);
}

function transliterateWord(word: string): string {
  const latin = latinLetters(
    word
      .toLowerCase()
      .replace(/[иы]й$/u, 'y')
      .replace(/^(але|ма)кс/u, '$1x'),
  );
  if (word.length > 1 && word === word.toUpperCase()) return latin.toUpperCase();
  const startsUpper = word.charAt(0) !== word.charAt(0).toLowerCase();
  return startsUpper ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
}
