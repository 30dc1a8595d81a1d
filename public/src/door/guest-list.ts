import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { isSameSum, sumOf } from '../../../contract/door/list-sum.ts';
import type {
  DoorFact,
  DoorGuest,
  DoorPassages,
  DoorSetting,
  SyncAnswer,
} from '../../../contract/door/sync.ts';
import { headcounts } from './headcounts.ts';
import { searchIndex } from './search.ts';

/** The list as this device knows it: what the server told, and what was done here since. */
export interface GuestList {
  setting: () => DoorSetting;
  /** When the server last told it, by the server's clock, in milliseconds. */
  toldAt: () => number;
  cursor: () => string;
  guest: (id: string) => DoorGuest | undefined;
  byPass: (pass: string) => DoorGuest | undefined;
  find: (text: string) => DoorGuest[];
  all: () => Iterable<DoorGuest>;
  /** Everything known to have been done with a guest on a list. */
  facts: (guest: string, list: string) => DoorFact[];
  /** Of the lists of the profile. */
  list: (id: string) => CheckInList | undefined;
  /** Takes over what the server told. False when it does not add up: everything must be asked for again. */
  take: (answer: SyncAnswer) => boolean;
  /** The guest and what was done with them, as one answer told. */
  takeRows: (guest: DoorGuest | null, passages: DoorPassages | null) => void;
  /** Something that was done here. */
  add: (guest: string, list: string, fact: DoorFact) => void;
  /** It was not done after all: the server knows nobody whom it means. */
  drop: (id: string) => void;
  /** Somebody who was written down here, until the server tells of them. */
  addGuest: (guest: DoorGuest) => void;
  /** Who is in on a list, and how many came along with them. */
  inside: (list: string) => { guests: ReadonlySet<string>; companions: number };
}

export function guestList(first: SyncAnswer): GuestList {
  let { setting, cursor, now: toldAt } = first;
  const guests = new Map<string, DoorGuest>();
  const passages = new Map<string, DoorPassages>();
  const passes = new Map<string, string>();
  /** Done here, and not yet in what the server tells. */
  const own = new Map<string, DoorFact[]>();
  const ownGuests = new Map<string, DoorGuest>();
  const index = searchIndex();
  const heads = headcounts();

  function takeGuest(row: DoorGuest): void {
    guests.set(row.id, row);
    ownGuests.delete(row.id);
    index.put(row);
    for (const pass of [row.pass, ...row.former]) if (pass !== '') passes.set(pass, row.id);
  }

  function takePassages(row: DoorPassages): void {
    const key = keyOf(row.guest, row.list);
    passages.set(key, row);
    const left = (own.get(key) ?? []).filter(({ id }) => row.facts.every((fact) => fact.id !== id));
    if (left.length > 0) own.set(key, left);
    else own.delete(key);
    recount(row.guest, row.list);
  }

  function recount(guest: string, id: string): void {
    const rule = setting.lists.find((each) => each.id === id);
    if (rule) heads.put(id, guest, foldFacts(list.facts(guest, id), rule));
  }

  function clear(): void {
    for (const each of [guests, passages, passes]) each.clear();
    index.clear();
    heads.clear();
    for (const row of ownGuests.values()) index.put(row);
  }

  const list: GuestList = {
    setting: () => setting,
    toldAt: () => toldAt,
    cursor: () => cursor,
    guest: (id) => guests.get(id) ?? ownGuests.get(id),
    byPass: (pass) => guests.get(passes.get(pass) ?? ''),
    find: (text) => index.find(text).flatMap((id) => list.guest(id) ?? []),
    all: () => guests.values(),
    facts(guest, id) {
      const key = keyOf(guest, id);
      return [...(passages.get(key)?.facts ?? []), ...(own.get(key) ?? [])];
    },
    list: (id) => setting.lists.find((each) => each.id === id),
    take(answer) {
      if (answer.whole) clear();
      ({ setting, cursor, now: toldAt } = answer);
      for (const row of answer.guests) takeGuest(row);
      for (const row of answer.passages) takePassages(row);
      for (const key of own.keys()) {
        const [place = '', guest = ''] = key.split(':');
        recount(guest, place);
      }
      const told = { guests: marks(guests), passages: marks(passages) };
      return isSameSum(told.guests, answer.sum.guests) && isSameSum(told.passages, answer.sum.passages);
    },
    takeRows(guest, row) {
      if (guest) takeGuest(guest);
      if (row) takePassages(row);
    },
    add(guest, id, fact) {
      const key = keyOf(guest, id);
      own.set(key, [...(own.get(key) ?? []).filter((each) => each.id !== fact.id), fact]);
      recount(guest, id);
    },
    drop(id) {
      for (const [key, facts] of own) {
        if (!facts.some((fact) => fact.id === id)) continue;
        own.set(
          key,
          facts.filter((fact) => fact.id !== id),
        );
        const [place = '', guest = ''] = key.split(':');
        recount(guest, place);
      }
    },
    addGuest(row) {
      ownGuests.set(row.id, row);
      index.put(row);
    },
    inside: heads.of,
  };
  list.take(first);
  return list;
}

function marks(rows: ReadonlyMap<string, { mark: string }>) {
  return sumOf([...rows.values()].map(({ mark }) => mark));
}

function keyOf(guest: string, list: string): string {
  return `${list}:${guest}`;
}
