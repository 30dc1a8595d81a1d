import { seatingLimits } from '../../../contract/seating.ts';
import type { SeatingArea } from '../../../models/seating.ts';
import { fold } from '../../platform/text.ts';

type Described = Pick<SeatingArea, 'kind' | 'rows' | 'seats' | 'aisles' | 'keptRows' | 'automatic'>;

export interface Reading {
  areas: Described[];
  /** What was not understood, or is more than a hall can have, as it was typed. */
  unread: string[];
}

/**
 * Reads a hall as people say it, one part a line or between semicolons: “10 hàng × 20 ghế, lối đi sau ghế 10; 12 bàn ×
 * 8; chủ tịch đoàn 5 ghế”.
 */
export function readDescription(text: string): Reading {
  const reading: Reading = { areas: [], unread: [] };
  const parts = text.split(/[;\n]+/).map((part) => part.trim());
  for (const part of parts.filter((each) => each !== '')) {
    const described = reading.areas.length < seatingLimits.areas ? describedIn(plain(part)) : null;
    if (described) reading.areas.push(described);
    else reading.unread.push(part);
  }
  return reading;
}

const kinds: readonly [SeatingArea['kind'], RegExp][] = [
  ['u', /chu u|u shape|u table|hinh u|буквои п|п образн/],
  ['stage', /chu tich|chu toa|san khau|presidium|stage|head table|президиум|сцен/],
  ['tables', /\bban\b|table|стол/],
  ['rows', /hang|\brow|ряд/],
];

function describedIn(part: string): Described | null {
  const numbers = (part.match(/\d+/g) ?? []).map(Number);
  const kind = kinds.find(([, pattern]) => pattern.test(part))?.[0] ?? (numbers.length > 1 ? 'rows' : null);
  const { rest, aisles, keptRows } = without(part);
  const [first, second, ...others] = (rest.match(/\d+/g) ?? []).map(Number);
  // A number that would count for nothing was meant for something.
  if (!kind || !first || others.length > 0) return null;
  const usual = { aisles, keptRows, automatic: kind !== 'stage' };
  switch (kind) {
    case 'rows':
      return second
        ? { kind, rows: upTo(seatingLimits.rows, first), seats: seatsUpTo(second), ...usual }
        : null;
    case 'tables':
      return {
        kind,
        rows: upTo(seatingLimits.tables, first),
        seats: upTo(seatingLimits.seatsPerTable, second ?? 10),
        ...usual,
      };
    case 'stage':
      return { kind, rows: second ? upTo(5, first) : 1, seats: seatsUpTo(second ?? first), ...usual };
    case 'u':
      return { kind, seats: seatsUpTo(first), rows: upTo(seatingLimits.rows, second ?? first), ...usual };
  }
}

/** Takes out what is said about aisles and free rows, so that the numbers left are those of the seats. */
function without(part: string): { rest: string; aisles: number[]; keptRows: number } {
  const aisle = /(?:loi di|aisle|проход)\D*((?:\d+\D{0,6})+?)(?=$|,|de trong|free|кроме)/;
  const free = /(?:de trong|giu cho|trong|keep|leave|оставить|свободн\S*)\D*(\d+)\s*(?:hang|row|ряд)\S*/;
  const keptRows = Number(free.exec(part)?.[1] ?? 0);
  const withoutFree = part.replace(free, ' ');
  const aisles = (aisle.exec(withoutFree)?.[1]?.match(/\d+/g) ?? []).map(Number);
  return { rest: withoutFree.replace(aisle, ' '), aisles, keptRows };
}

/** Without accents, with its commas. */
function plain(part: string): string {
  return part
    .split(',')
    .map((piece) => fold(piece.replace(/(\d)\s*[x×х*]\s*(\d)/giu, '$1 × $2')))
    .join(',');
}

function upTo(most: number, value: number): number {
  return Math.min(most, value);
}

function seatsUpTo(value: number): number {
  return upTo(seatingLimits.seatsPerRow, value);
}
