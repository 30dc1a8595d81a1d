import { emptySum, withoutRow, withRow } from '../../../contract/door/list-sum.ts';
import type { DoorGuest, ListSum } from '../../../contract/door/sync.ts';
import { searchIndex, type StandIns } from './search.ts';

/** The guests as the server told them, and those who were written down here. */
export interface GuestRows {
  get: (id: string) => DoorGuest | undefined;
  byPass: (pass: string) => DoorGuest | undefined;
  find: (text: string, standIns: StandIns) => DoorGuest[];
  all: () => Iterable<DoorGuest>;
  take: (row: DoorGuest) => void;
  /** The same from an answer that came by itself: the next sync may not know of it yet. */
  learn: (row: DoorGuest) => void;
  /** Somebody who was written down here, until the server tells of them. */
  add: (row: DoorGuest) => void;
  /** Forgets what was told, not who was written down here. */
  clear: () => void;
  /** Of what the server told. */
  sum: () => ListSum;
}

export function guestRows(): GuestRows {
  const told = new Map<string, DoorGuest>();
  const fresh = new Map<string, DoorGuest>();
  const own = new Map<string, DoorGuest>();
  const passes = new Map<string, string>();
  const index = searchIndex();
  let sum = emptySum;
  const get = (id: string): DoorGuest | undefined => fresh.get(id) ?? told.get(id) ?? own.get(id);

  function enter(row: DoorGuest): void {
    own.delete(row.id);
    index.put(row);
    for (const pass of [row.pass, ...row.former]) if (pass !== '') passes.set(pass, row.id);
  }

  return {
    get,
    byPass: (pass) => get(passes.get(pass) ?? ''),
    find: (text, standIns) => index.find(text, standIns).flatMap((id) => get(id) ?? []),
    all: () => [...told.values()].map((row) => fresh.get(row.id) ?? row),
    take(row) {
      const before = told.get(row.id);
      sum = withRow(before ? withoutRow(sum, before.mark) : sum, row.mark);
      told.set(row.id, row);
      fresh.delete(row.id);
      enter(row);
    },
    learn(row) {
      fresh.set(row.id, row);
      enter(row);
    },
    add(row) {
      own.set(row.id, row);
      index.put(row);
    },
    clear() {
      told.clear();
      sum = emptySum;
      fresh.clear();
      passes.clear();
      index.clear();
      for (const row of own.values()) index.put(row);
    },
    sum: () => sum,
  };
}
