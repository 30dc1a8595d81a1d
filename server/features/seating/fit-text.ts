/** Text in a box: its lines, and the size of the letters in units of the drawing. */
export interface Fitted {
  lines: string[];
  size: number;
}

export interface Box {
  width: number;
  height: number;
}

/** From one line to the next, in sizes. */
export const LEADING = 1.12;
/** A shorter spelling in letters that are read with ease is better than the whole in tiny ones. */
const SIZES = [
  [3.9, 3.6, 3.3],
  [3, 2.7],
];
const SMALL = 2.7;

/** The fullest of these spellings that can be read in the box; the last one is broken or cut when none can. */
export function fitted(spellings: readonly string[], box: Box): Fitted {
  for (const sizes of SIZES) {
    for (const text of spellings) {
      const size = sizes.find((each) => isWithin(linesIn(text, box.width / each), each, box));
      if (size) return { lines: linesIn(text, box.width / size), size };
    }
  }
  return broken(spellings.at(-1) ?? '', box);
}

function isWithin(lines: readonly string[], size: number, { width, height }: Box): boolean {
  return lines.length * size * LEADING <= height && lines.every((line) => widthOf(line) * size <= width);
}

/** As wide as it prints in Inter, in sizes, rather a hair too much than too little. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFD').replaceAll(/\p{M}/gu, '')) width += letterWidth(letter);
  return width;
}

/** In small letters, words broken where they must be, and cut after the last line there is room for. */
export function broken(text: string, box: Box): Fitted {
  const most = Math.max(1, Math.floor(box.height / (SMALL * LEADING)));
  const width = box.width / SMALL;
  const words = text.split(' ').flatMap((word) => pieces(word, width));
  const lines = linesIn(words.join(' '), width);
  const kept = lines.slice(0, most);
  if (kept.length < lines.length) kept[most - 1] = `${shortened(kept[most - 1] ?? '', width - 0.9)}…`;
  return { lines: kept, size: SMALL };
}

/** Broken between words, and after hyphens. */
function linesIn(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+|(?<=-)(?=\p{L})/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : last.endsWith('-') ? last + word : `${last} ${word}`;
    if (last !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const head = shortened(word, width - 0.5);
  return head === '' || head === word ? [word] : [`${head}-`, ...pieces(word.slice(head.length), width)];
}

function shortened(text: string, width: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width) break;
    kept += segment;
  }
  return kept.trimEnd();
}

function letterWidth(letter: string): number {
  if (/[ijlI .,:;'’()]/.test(letter)) return 0.3;
  if (/[frt1г-]/.test(letter)) return 0.46;
  if (/[mwMWМмЖжШшЩщЫыЮюФфД…]/.test(letter)) return 0.97;
  return /\p{Lu}/u.test(letter) ? 0.76 : 0.61;
}
