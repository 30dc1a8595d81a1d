import { emptySum, withoutRow, withRow } from '../../../contract/door/list-sum.ts';
import type { ListSum } from '../../../contract/door/sync.ts';

interface Kept<R> {
  row: R;
  /** The time that the write carries by which it says what it says, in milliseconds. */
  changed: number;
}

const FEW = 1_000;
const SKEW_MS = 60_000;

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
  /** In the order in which changes were heard of, so that the last few are found from the end. */
  let heard: { key: string; at: number }[] = [];
  let sum = emptySum;
  return {
    put(row, changed) {
      const key = keyOf(row);
      const before = kept.get(key);
      if (before?.row.mark === row.mark) return;
      if (before) sum = withoutRow(sum, before.row.mark);
      sum = withRow(sum, row.mark);
      kept.set(key, { row, changed });
      heard.push({ key, at: Date.now() });
      if (heard.length > 2 * kept.size + FEW) heard = lastOfEach(heard);
    },
    get: (key) => kept.get(key)?.row,
    since(moment) {
      const found = new Map<string, R>();
      for (let place = heard.length - 1; place >= 0; place -= 1) {
        const { key, at } = heard[place] ?? { key: '', at: 0 };
        // Nothing is heard of before it has happened, but for clocks that differ a little.
        if (at < moment - SKEW_MS) break;
        const { row, changed } = kept.get(key) ?? {};
        if (row && changed !== undefined && changed >= moment) found.set(key, row);
      }
      return [...found.values()];
    },
    all: () => [...kept.values()].map(({ row }) => row),
    sum: () => sum,
  };
}

function lastOfEach(heard: readonly { key: string; at: number }[]): { key: string; at: number }[] {
  const last = new Map<string, number>();
  for (const { key, at } of heard) {
    last.delete(key);
    last.set(key, at);
  }
  return [...last].map(([key, at]) => ({ key, at }));
}
