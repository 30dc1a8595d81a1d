import type { CheckInList } from '../../../contract/attendance/list.ts';
import { isSameSum } from '../../../contract/door/list-sum.ts';
import type { DoorGuest, DoorPassages, DoorSetting, SyncAnswer } from '../../../contract/door/sync.ts';
import { guestRows } from './guest-rows.ts';
import { type PassageBook, passageBook } from './passage-book.ts';

/** The list as this device knows it: what the server told, and what was done here since. */
export interface GuestList extends Pick<PassageBook, 'facts' | 'add' | 'drop' | 'isOnlyHere' | 'inside'> {
  setting: () => DoorSetting;
  /** When the server last told it, by the server's clock, in milliseconds. */
  toldAt: () => number;
  cursor: () => string;
  guest: (id: string) => DoorGuest | undefined;
  byPass: (pass: string) => DoorGuest | undefined;
  find: (text: string) => DoorGuest[];
  all: () => Iterable<DoorGuest>;
  /** Of the lists of the profile. */
  list: (id: string) => CheckInList | undefined;
  /** Takes over what the server told. False when it does not add up: everything must be asked for again. */
  take: (answer: SyncAnswer) => boolean;
  /** The guest and what was done with them, as one answer told. */
  takeRows: (guest: DoorGuest | null, passages: DoorPassages | null) => void;
  /** Somebody who was written down here, until the server tells of them. */
  addGuest: (guest: DoorGuest) => void;
}

export function guestList(first: SyncAnswer, now: () => number = Date.now): GuestList {
  let { setting, cursor, now: toldAt } = first;
  const rows = guestRows();
  const ruleOf = (id: string): CheckInList | undefined => setting.lists.find((each) => each.id === id);
  const passages = passageBook(ruleOf, now);

  const list: GuestList = {
    ...passages,
    setting: () => setting,
    toldAt: () => toldAt,
    cursor: () => cursor,
    guest: rows.get,
    byPass: rows.byPass,
    find: (text) => rows.find(text, passages.standIns()),
    all: rows.all,
    list: ruleOf,
    take(answer) {
      if (answer.whole) {
        rows.clear();
        passages.clear();
      }
      ({ setting, cursor, now: toldAt } = answer);
      for (const row of answer.guests) rows.take(row);
      for (const row of answer.passages) passages.take(row);
      passages.recountOwn();
      return isSameSum(rows.sum(), answer.sum.guests) && isSameSum(passages.sum(), answer.sum.passages);
    },
    takeRows(guest, row) {
      if (guest) rows.learn(guest);
      if (row) passages.learn(row);
    },
    addGuest: rows.add,
  };
  list.take(first);
  return list;
}
