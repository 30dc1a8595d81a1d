import { honorifics, isFamilyName } from './name-words.ts';

const strong = /\s*(?:[;\n]|\s\/\s|\s\+\s)\s*/u;
const weak = /\s*(?:,|\s(?:và|and|и|&)\s)\s*/u;

/** The people in a cell that names several; empty when it names one. */
export function peopleIn(text: string): string[] {
  for (const separator of [strong, weak]) {
    const pieces = text.split(separator).map((piece) => piece.trim());
    if (pieces.length > 1 && pieces.length <= 20 && pieces.every(isSomebody)) return pieces;
  }
  return [];
}

/** Two to five words, beginning as names begin. */
function isSomebody(piece: string): boolean {
  const bare = honorifics.reduce(
    (text, [pattern]) => text.replace(pattern, ''),
    piece.replace(/^\d+[.)]\s*/, ''),
  );
  const words = bare.split(/\s*[–—(]\s*|\s-\s/)[0]?.split(' ') ?? [];
  if (words.length < 2 || words.length > 6) return false;
  const capitalised = words.every((word) => /^\p{Lu}/u.test(word) || word === word.toLocaleUpperCase('vi'));
  return (
    bare !== piece || isFamilyName(words[0] ?? '') || (capitalised && /^\p{Script=Cyrillic}/u.test(bare))
  );
}
