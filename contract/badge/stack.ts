import type { BadgeBox, BadgePart, Ink, Rect } from './boxes.ts';
import { brokenInto, cutInto, LEADING, type Measure, SMALLEST, type Weight } from './fit-text.ts';

/** A text on its way to a place. */
export interface Line {
  part: BadgePart;
  text: string;
  largest: number;
  lines: number;
  weight: Weight;
  ink: Ink;
}

export type TextBox = Extract<BadgeBox, { kind: 'text' }>;

/** Lines that have room, one below the other. */
export interface Fit {
  height: number;
  cut: BadgePart[];
  at: (place: Rect, align: TextBox['align']) => TextBox[];
}

/** Shares of the way from the smallest letters to the largest: of the name, and of the rest. The best comes first. */
const shares = Array.from({ length: 26 }, (_, at) => 1 - at / 25)
  .flatMap((name) => [1, 0.75, 0.5, 0.25, 0].map((rest) => ({ name, rest, worth: name + rest * 0.5 })))
  .toSorted((a, b) => b.worth - a.worth);

/** The largest letters with which everything has room; null when even the smallest are too large. */
export function fitLines(
  lines: readonly Line[],
  room: Rect,
  measure: Measure,
  mayCut: readonly BadgePart[] = [],
): Fit | null {
  // A name is broken in the smallest letters only; other words are cut for the sake of a larger name.
  const isBroken = mayCut.includes('name');
  const tried = shares.filter(
    ({ name, rest }) => mayCut.length === 0 || (rest === 0 && (name === 0 || !isBroken)),
  );
  const breaking = breaker(room.width, measure);
  for (const share of tried) {
    const fit = fitWith(lines, share, { room, measure, breaking, mayCut });
    if (fit && fit.height <= room.height) return fit;
  }
  return null;
}

interface Fitting {
  room: Rect;
  measure: Measure;
  breaking: (line: Line, size: number) => string[] | null;
  mayCut: readonly BadgePart[];
}

/** Many shares try the same line in the same size. */
function breaker(width: number, measure: Measure): Fitting['breaking'] {
  const known = new Map<string, string[] | null>();
  return (line, size) => {
    const key = `${line.part} ${size}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { text, weight, lines } = line;
    const broken = brokenInto(text, { width, size, weight, lines }, measure);
    known.set(key, broken);
    return broken;
  };
}

function fitWith(
  lines: readonly Line[],
  share: { name: number; rest: number },
  { room, measure, breaking, mayCut }: Fitting,
): Fit | null {
  const cut: BadgePart[] = [];
  const set: (Line & { size: number; set: string[] })[] = [];
  const nameLine = lines.find(({ part }) => part === 'name');
  const most = nameLine ? sizeAt(nameLine, share.name) * 0.8 : Infinity;
  for (const line of lines) {
    const isName = line.part === 'name';
    const size = isName
      ? sizeAt(line, share.name)
      : Math.max(SMALLEST, Math.min(most, sizeAt(line, share.rest)));
    const space = { width: room.width, size, weight: line.weight, lines: line.lines };
    const whole = breaking(line, size);
    if (!whole && !mayCut.includes(line.part)) return null;
    const rows = whole ?? cutInto(line.text, { ...space, lines: Math.min(2, line.lines) }, measure);
    if (rows.at(-1)?.endsWith('…') && !whole) cut.push(line.part);
    set.push({ ...line, size, set: rows });
  }
  const gap = (at: number) => (at === 0 ? 0 : Math.min(1.4, (set[at]?.size ?? 0) * 0.28));
  const height = set.reduce(
    (sum, { size, set: rows }, at) => sum + gap(at) + rows.length * size * LEADING,
    0,
  );
  return { height, cut, at: (place, align) => boxesAt(set, gap, { place, align }) };
}

function boxesAt(
  set: readonly (Line & { size: number; set: string[] })[],
  gap: (at: number) => number,
  { place, align }: { place: Rect; align: TextBox['align'] },
): TextBox[] {
  let { y } = place;
  return set.map(({ part, size, weight, ink, set: lines }, at) => {
    y += gap(at);
    const height = lines.length * size * LEADING;
    const box: TextBox = {
      kind: 'text',
      part,
      x: place.x,
      y,
      width: place.width,
      height,
      lines,
      size,
      weight,
      align,
      ink,
    };
    y += height;
    return box;
  });
}

function sizeAt({ largest }: Line, share: number): number {
  return SMALLEST + Math.max(0, largest - SMALLEST) * share;
}
