import { type Locale, locales } from './locales.ts';

export const namedSeats = ['tables', 'stage', 'u'] as const;
export type NamedSeat = (typeof namedSeats)[number];

/** What a seat is called by: a table and the number there, or the number alone. */
export interface SeatNumbers {
  table: string;
  seat: string;
}

/** How seats are named in a language. */
export type SeatWords = (locale: Locale, kind: NamedSeat, numbers: SeatNumbers) => string;

interface ReadSeat extends SeatNumbers {
  kind: NamedSeat;
  prefix: string;
  /** The language in which it was written. */
  from: Locale;
}

interface Pattern {
  from: Locale;
  kind: NamedSeat;
  pattern: RegExp;
}

/** Makes a function that says a seat in every language; whatever is no name of a seat stays as somebody typed it. */
export function seatNames(words: SeatWords): (text: string) => (locale: Locale) => string {
  let known: Pattern[] | undefined;
  return (text) => {
    known ??= patternsOf(words);
    const read = readSeat(text, known);
    return (locale) => (read && read.from !== locale ? read.prefix + words(locale, read.kind, read) : text);
  };
}

function readSeat(text: string, patterns: readonly Pattern[]): ReadSeat | null {
  for (const { from, kind, pattern } of patterns) {
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const { prefix = '', table = '', seat = '' } = found;
    return { from, kind, prefix, table, seat };
  }
  return null;
}

function patternsOf(words: SeatWords): Pattern[] {
  return locales.flatMap((from) =>
    namedSeats.map((kind) => {
      const text = words(from, kind, { table: '\u0001', seat: '\u0002' });
      const pattern = text
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/[-–—]/g, '[-–—]')
        .replace('\u0001', String.raw`(?<table>\d+)`)
        .replace('\u0002', String.raw`(?<seat>\d+)`);
      return { from, kind, pattern: new RegExp(`^(?<prefix>.{0,20} )?${pattern}$`, 'iu') };
    }),
  );
}
