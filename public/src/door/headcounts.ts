import { countsSince } from '../../../contract/attendance/day.ts';
import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { CheckInRule } from '../../../contract/attendance/rules.ts';
import type { DoorFact } from '../../../contract/door/sync.ts';

/** Who is in on each list, kept up to date guest by guest. */
export interface Headcounts {
  /** After something was done with a guest. */
  recount: (guest: string, list: string) => void;
  of: (list: string) => { guests: ReadonlySet<string>; companions: number };
  /** From when on what was done counts on this list. */
  since: (list: string) => number;
  clear: () => void;
}

/** What is counted. */
export interface Counting {
  ruleOf: (list: string) => CheckInRule | undefined;
  now: () => number;
  facts: (guest: string, list: string) => readonly DoorFact[];
  /** With whom something was done, and on which list. */
  everybody: () => Iterable<{ guest: string; list: string }>;
}

interface Heads {
  guests: Set<string>;
  along: Map<string, number>;
  companions: number;
  /** From when on what was done is counted. */
  since: number;
}

export function headcounts({ ruleOf, now, facts, everybody }: Counting): Headcounts {
  const lists = new Map<string, Heads>();

  function since(list: string): number {
    const rule = ruleOf(list);
    return rule ? countsSince(rule, now()) : 0;
  }

  function headsOf(list: string): Heads {
    const known = lists.get(list);
    if (known) return known;
    const fresh: Heads = { guests: new Set(), along: new Map(), companions: 0, since: since(list) };
    lists.set(list, fresh);
    return fresh;
  }

  function recount(guest: string, list: string): void {
    const rule = ruleOf(list);
    if (!rule) return;
    const heads = headsOf(list);
    const { inside, companions } = foldFacts(facts(guest, list), rule);
    if (inside === null) heads.guests.delete(guest);
    else heads.guests.add(guest);
    heads.companions += companions.length - (heads.along.get(guest) ?? 0);
    heads.along.set(guest, companions.length);
  }

  /** Whoever was in yesterday is out where a list counts by the day. */
  function of(list: string): Heads {
    if (headsOf(list).since !== since(list)) {
      lists.delete(list);
      for (const each of everybody()) if (each.list === list) recount(each.guest, list);
    }
    return headsOf(list);
  }

  return { recount, of, since, clear: () => lists.clear() };
}
