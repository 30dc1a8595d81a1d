import { readPhone } from './phone.ts';

const separator = /\s*[;,|/\n]\s*|\s+(?:[-–—]|và|hoặc|and|or|и|или)\s+/u;
const number = /\+?\d[\d\s().-]{6,}\d/;

/** The first of several telephones in a cell, and all else that stands there; null where there is one, or none. */
export function severalPhones(typed: string, isRussian: boolean): { first: string; rest: string } | null {
  const apart = piecesOf(typed);
  const pieces = apart.filter(isNumber).length > 1 ? apart : runTogether(typed, isRussian);
  const at = pieces.findIndex(isNumber);
  if (pieces.filter(isNumber).length < 2) return null;
  const others = pieces.filter((_, place) => place !== at);
  const read = readPhone(pieces[at] ?? '', isRussian);
  if (read.kind === 'good') return { first: read.text, rest: joined(others) };
  return read.suggestion === ''
    ? null
    : { first: read.suggestion, rest: joined([...(read.rest === '' ? [] : [read.rest]), ...others]) };
}

function piecesOf(text: string): string[] {
  return text.split(separator).filter((piece) => piece !== '');
}

function isNumber(text: string): boolean {
  return number.test(text);
}

function joined(pieces: readonly string[]): string {
  return pieces.join('; ');
}

/** “0903 123 456 0912 345 678”, or the same with a dash: too long for one number, and the next begins as numbers do. */
function runTogether(text: string, isRussian: boolean): string[] {
  if (digitsIn(text) <= 15 || /[^\d\s+().-]/.test(text)) return [];
  const whole = isRussian ? 11 : 9;
  const groups: string[] = [];
  for (const piece of text.split(isRussian ? /[\s-]+(?=[+78])/ : /[\s-]+(?=[+0])/)) {
    const last = groups.at(-1);
    if (last !== undefined && digitsIn(last) < whole) groups[groups.length - 1] = `${last} ${piece}`;
    else groups.push(piece);
  }
  return groups;
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}
