export type Weight = 'normal' | 'bold';
/** How wide a text is, in sizes. */
export type Measure = (text: string, weight: Weight) => number;

export interface Room {
  /** In millimetres, as the size is. */
  width: number;
  size: number;
  weight: Weight;
  /** At most. */
  lines: number;
}

/** Seven points: smaller is not read on somebody's chest. */
export const SMALLEST = 2.47;
/** From one line to the next, in sizes: Vietnamese capitals carry two marks. */
export const LEADING = 1.28;
/** From the top of a line to what its letters stand on. */
export const ASCENT = 1.02;
/** Browsers and printers draw a hair wider than the font says. */
const RESERVE = 1.02;

/** The text in as few lines as it needs, of about the same length; null when it does not fit. */
export function brokenInto(text: string, room: Room, measure: Measure): string[] | null {
  const words = wordsOf(text);
  if (words.some((word) => widthIn(word, room, measure) > room.width)) return null;
  const needed = greedy(words, room.width, room, measure).length;
  if (needed > room.lines) return null;
  return needed < 2 ? [text.trim()] : balanced(words, needed, room, measure);
}

/** The text cut after the last line there is room for; words that are too long are broken. */
export function cutInto(text: string, room: Room, measure: Measure): string[] {
  const words = wordsOf(text).flatMap((word) => pieces(word, room, measure));
  const lines = greedy(words, room.width, room, measure);
  const kept = lines.slice(0, room.lines);
  if (kept.length === lines.length) return kept;
  return [...kept.slice(0, -1), `${headOf(`${kept.at(-1) ?? ''} `, room, measure, '…').trimEnd()}…`];
}

export function widthIn(
  text: string,
  { size, weight }: Pick<Room, 'size' | 'weight'>,
  measure: Measure,
): number {
  return measure(text, weight) * size * RESERVE;
}

/** The narrowest column that still takes as few lines. */
function balanced(words: readonly string[], needed: number, room: Room, measure: Measure): string[] {
  let [low, high] = [room.width / needed, room.width];
  for (let step = 0; step < 6; step += 1) {
    const middle = (low + high) / 2;
    const fits =
      words.every((word) => widthIn(word, room, measure) <= middle) &&
      greedy(words, middle, room, measure).length <= needed;
    if (fits) high = middle;
    else low = middle;
  }
  return greedy(words, high, room, measure);
}

function greedy(words: readonly string[], width: number, room: Room, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined || last.endsWith('-') ? `${last ?? ''}${word}` : `${last} ${word}`;
    if (last !== undefined && widthIn(joined, room, measure) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Broken between words, and after hyphens. */
function wordsOf(text: string): string[] {
  return text.split(/\s+|(?<=-)(?=\p{L})/u).filter((word) => word !== '');
}

function pieces(word: string, room: Room, measure: Measure): string[] {
  if (widthIn(word, room, measure) <= room.width) return [word];
  const head = headOf(word, room, measure, '-');
  return head === '' ? [word] : [`${head}-`, ...pieces(word.slice(head.length), room, measure)];
}

/** As much of the text as fits with `end` behind it. */
function headOf(text: string, room: Room, measure: Measure, end: string): string {
  let head = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthIn(head + segment + end, room, measure) > room.width) break;
    head += segment;
  }
  return head;
}
