import { emptySum, withoutRow, withRow } from '../../../contract/door/list-sum.ts';
import type { ListSum } from '../../../contract/door/sync.ts';

interface Kept<R> {
  row: R;
  /** The time that the write carries by which it says what it says, in milliseconds. */
  changed: number;
}

/** Rows by key, with their sum, that know since when each says what it says. */
export interface Rows<R> {
  put: (row: R, changed: number) => void;
  get: (key: string) => R | undefined;
  /** What has another content than it had then. */
  since: (moment: number) => R[];
  all: () => R[];
  sum: () => ListSum;
}

export function rows<R extends { mark: string }>(keyOf: (row: R) => string): Rows<R> {
  const kept = new Map<string, Kept<R>>();
  let sum = emptySum;
  return {
    put(row, changed) {
      const key = keyOf(row);
      const before = kept.get(key);
      if (before?.row.mark === row.mark) return;
      if (before) sum = withoutRow(sum, before.row.mark);
      sum = withRow(sum, row.mark);
      kept.set(key, { row, changed });
    },
    get: (key) => kept.get(key)?.row,
    since: (moment) => [...kept.values()].flatMap(({ row, changed }) => (changed >= moment ? [row] : [])),
    all: () => [...kept.values()].map(({ row }) => row),
    sum: () => sum,
  };
}
