import { readFileSync } from 'node:fs';
import { fontFiles } from './fonts.ts';

/** First and last of a run of characters. */
type Run = [number, number];

const SUBTABLES = 4;
const ONE_SUBTABLE = 8;
const GROUPS = 16;
const ONE_GROUP = 12;
const FULL_UNICODE = 12;

let drawn: ReadonlySet<number> | undefined;

/** The characters of a text that print as empty boxes, because not every font of the PDF files has them; each once. */
export function unprintable(text: string): string[] {
  const whole = text.normalize('NFC');
  if (isPrintable(whole)) return [];
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole);
  return [...new Set([...characters].map(({ segment }) => segment).filter((one) => !isPrintable(one)))];
}

/** What a database looks for to find the few texts worth a closer look: any character the fonts lack. */
export function beyondFonts(): RegExp {
  const runs = runsOf([...(drawn ??= inEveryFont())].sort((a, b) => a - b));
  return new RegExp(`[^${runs.map(([from, to]) => `${literal(from)}-${literal(to)}`).join('')}]`, 'u');
}

function runsOf(marks: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const mark of marks) {
    const last = runs.at(-1);
    if (last?.[1] === mark - 1) last[1] = mark;
    else runs.push([mark, mark]);
  }
  return runs;
}

function literal(mark: number): string {
  return String.fromCodePoint(mark).replace(/[\\\]^[-]/, '\\$&');
}

function isPrintable(text: string): boolean {
  const known = (drawn ??= inEveryFont());
  for (const mark of text) if (!known.has(mark.codePointAt(0) ?? 0) && !isInvisible(mark)) return false;
  return true;
}

/** Line ends, joiners and marks of direction leave no box. */
function isInvisible(mark: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(mark);
}

function inEveryFont(): ReadonlySet<number> {
  const [first, ...rest] = [...fontFiles].map((file) => charactersOf(readFileSync(file)));
  if (!first) throw new Error('There is no font to print with');
  return new Set([...first].filter((mark) => rest.every((font) => font.has(mark))));
}

/** Reads the table of an OpenType font that leads from characters to glyphs: of its groups, only what they cover. */
function charactersOf(font: Buffer): Set<number> {
  const cmap = unicodeTable(font);
  const groups = cmap.readUInt32BE(ONE_GROUP);
  const runs = Array.from({ length: groups }, (_, at): Run => {
    const group = GROUPS + at * ONE_GROUP;
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)];
  });
  return new Set(runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
}

/** A table of an OpenType font by its four letters. */
export function tableOf(font: Buffer, name: string): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === name);
  if (entry === undefined) throw new Error(`The font has no table ${name}`);
  return font.subarray(font.readUInt32BE(entry + 8));
}

/** The part of `cmap` for characters beyond the first 65,536 too; fonts list the same one for each system. */
export function unicodeTable(font: Buffer): Buffer {
  const cmap = tableOf(font, 'cmap');
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) =>
    cmap.subarray(cmap.readUInt32BE(SUBTABLES + at * ONE_SUBTABLE + 4)),
  );
  const full = tables.find((table) => table.readUInt16BE(0) === FULL_UNICODE);
  if (!full) throw new Error('The font does not cover all of Unicode');
  return full;
}
