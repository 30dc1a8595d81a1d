import type { CheckInRule } from '../../../contract/attendance/rules.ts';
import { emptySum, withoutRow, withRow } from '../../../contract/door/list-sum.ts';
import type { DoorFact, DoorPassages, ListSum } from '../../../contract/door/sync.ts';
import { type Headcounts, headcounts } from './headcounts.ts';
import type { StandIns } from './search.ts';

/** What was done with each guest on each list: as the server told it, and here since. */
export interface PassageBook {
  /** Everything known to have been done with a guest on a list that still counts today. */
  facts: (guest: string, list: string) => DoorFact[];
  /** What the server told of one guest on one list. What it tells of is no longer only ours. */
  take: (row: DoorPassages) => void;
  /** The same from an answer that came by itself: the next sync may not know of it yet. */
  learn: (row: DoorPassages) => void;
  /** Something that was done here. */
  add: (guest: string, list: string, fact: DoorFact) => void;
  drop: (id: string) => void;
  /** No sync has told of it so far. */
  isOnlyHere: (guest: string, list: string, id: string) => boolean;
  /** Forgets what was told, not what was done here. */
  clear: () => void;
  /** After the rules of lists have changed. */
  recountOwn: () => void;
  inside: Headcounts['of'];
  /** Who has come in the place of guests. */
  standIns: () => StandIns;
  /** Of what the server told. */
  sum: () => ListSum;
}

const PASS_KEY = 'pass-';

/** Under what is kept what was done with somebody who is not on the list. */
export function passKey(pass: string): string {
  return PASS_KEY + pass;
}

interface Kept {
  guest: string;
  list: string;
  facts: DoorFact[];
}

export function passageBook(
  ruleOf: (list: string) => CheckInRule | undefined,
  now: () => number,
): PassageBook {
  const told = new Map<string, DoorPassages>();
  const own = new Map<string, Kept>();
  const everybody = () => [...told.values(), ...own.values()];
  const heads = headcounts({ ruleOf, now, facts, everybody });
  let sum = emptySum;

  function facts(guest: string, list: string): DoorFact[] {
    const key = keyOf(guest, list);
    const since = heads.since(list);
    return [...(told.get(key)?.facts ?? []), ...(own.get(key)?.facts ?? [])].filter(({ at }) => at >= since);
  }

  function keepOwn(guest: string, list: string, left: DoorFact[]): void {
    if (left.length > 0) own.set(keyOf(guest, list), { guest, list, facts: left });
    else own.delete(keyOf(guest, list));
    heads.recount(guest, list);
  }

  const ownFacts = (guest: string, list: string): DoorFact[] => own.get(keyOf(guest, list))?.facts ?? [];

  return {
    facts,
    take(row) {
      const { guest, list } = row;
      const before = told.get(keyOf(guest, list));
      sum = withRow(before ? withoutRow(sum, before.mark) : sum, row.mark);
      told.set(keyOf(guest, list), row);
      keepOwn(guest, list, beyond(row.facts, ownFacts(guest, list)));
      for (const kept of strangers(own, row)) keepOwn(kept.guest, list, kept.facts);
    },
    learn({ guest, list, facts: heard }) {
      const left = beyond(heard, ownFacts(guest, list));
      keepOwn(guest, list, beyond(told.get(keyOf(guest, list))?.facts ?? [], [...left, ...heard]));
    },
    add(guest, list, fact) {
      keepOwn(guest, list, [...without(ownFacts(guest, list), fact.id), fact]);
    },
    drop(id) {
      for (const kept of own.values())
        if (kept.facts.some((fact) => fact.id === id))
          keepOwn(kept.guest, kept.list, without(kept.facts, id));
    },
    isOnlyHere: (guest, list, id) => ownFacts(guest, list).some((fact) => fact.id === id),
    clear() {
      told.clear();
      heads.clear();
      sum = emptySum;
    },
    recountOwn() {
      for (const { guest, list } of own.values()) heads.recount(guest, list);
    },
    inside: heads.of,
    standIns: () => standIns(everybody()),
    sum: () => sum,
  };
}

function standIns(rows: readonly Pick<DoorPassages, 'guest' | 'facts'>[]): StandIns {
  const found = new Map<string, string[]>();
  for (const { guest, facts } of rows)
    for (const { substitute } of facts)
      if (substitute) found.set(guest, [...(found.get(guest) ?? []), substitute]);
  return found;
}

/** Those who were let in by the signature of a pass alone and are this guest, with what is still not told of them. */
function strangers(own: ReadonlyMap<string, Kept>, { guest, list, facts }: DoorPassages): Kept[] {
  const others = [...own.values()].filter(
    (kept) => kept.guest !== guest && kept.list === list && kept.guest.startsWith(PASS_KEY),
  );
  return others
    .map((kept) => ({ ...kept, facts: beyond(facts, kept.facts) }))
    .filter((kept, place) => kept.facts.length !== others[place]?.facts.length);
}

/** Those that are not among the known. */
function beyond(known: readonly DoorFact[], facts: readonly DoorFact[]): DoorFact[] {
  const ids = new Set(known.map(({ id }) => id));
  return facts.filter(({ id }) => !ids.has(id));
}

function without(facts: readonly DoorFact[], id: string): DoorFact[] {
  return facts.filter((fact) => fact.id !== id);
}

function keyOf(guest: string, list: string): string {
  return `${list}:${guest}`;
}
