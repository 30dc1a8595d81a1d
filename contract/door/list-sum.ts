import type { ListSum } from './sync.ts';

const EMPTY = '000000000000';
const HALF = 6;

export const emptySum: ListSum = { count: 0, xor: EMPTY };

/** The sum with one row more. */
export function withRow({ count, xor }: ListSum, mark: string): ListSum {
  return { count: count + 1, xor: folded(xor, mark) };
}

/** The sum with one row less: folding a mark in a second time takes it out. */
export function withoutRow({ count, xor }: ListSum, mark: string): ListSum {
  return { count: count - 1, xor: folded(xor, mark) };
}

export function sumOf(marks: Iterable<string>): ListSum {
  let sum = emptySum;
  for (const mark of marks) sum = withRow(sum, mark);
  return sum;
}

export function isSameSum(a: ListSum, b: ListSum): boolean {
  return a.count === b.count && a.xor === b.xor;
}

// In two halves, because bits are folded in numbers of 32.
function folded(a: string, b: string): string {
  return half(a.slice(0, HALF), b.slice(0, HALF)) + half(a.slice(HALF), b.slice(HALF));
}

function half(a: string, b: string): string {
  return (Number.parseInt(a, 16) ^ Number.parseInt(b, 16)).toString(16).padStart(HALF, '0');
}
