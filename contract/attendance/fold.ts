import { dayOf } from './day.ts';
import type { CompanionFact, EntryFact, ExitFact, ScanFact } from './facts.ts';
import { type CheckInRule, DOUBLE_READ_MS } from './rules.ts';

/** What a set of facts comes to, for one guest on one list. */
export interface Attendance {
  /** Entries that count, in the order in which they happened. */
  admissions: string[];
  /** The entry the guest is in by; null when they are out, or their entries were all taken back. */
  inside: string | null;
  /** Which of those who come along are in: their places, ascending. */
  companions: number[];
  /** Entries the rule did not allow and nobody ordered: two people may have come in on one pass. */
  doubles: Double[];
}

export interface Double {
  id: string;
  /** The admission it contradicts. */
  of: string;
}

type Passage = EntryFact | ExitFact;
type Standing = Passage | CompanionFact;

/**
 * A pure function of the set of facts: their order, repetition and grouping make no difference. So devices that were
 * cut off from each other, and the server, end with the same state whoever hears of what first.
 */
export function foldFacts(facts: readonly ScanFact[], rule: CheckInRule): Attendance {
  const valid = standing(unique(facts));
  const passages = collapsed(inOrder(valid.filter(isPassage)), rule);
  const state: Attendance = { admissions: [], inside: null, companions: companionsIn(valid), doubles: [] };
  const counted = new Map<string, string[]>();
  for (const passage of passages) {
    if (passage.kind === 'exit') state.inside = rule.rule === 'in-out' ? null : state.inside;
    else enter(state, passage, { rule, counted });
  }
  return state;
}

function enter(
  state: Attendance,
  entry: EntryFact,
  { rule, counted }: { rule: CheckInRule; counted: Map<string, string[]> },
): void {
  const span = rule.rule === 'daily' ? dayOf(entry.at, rule) : '';
  const before = counted.get(span) ?? [];
  const contradicted = contradictedBy(state, before, rule);
  if (contradicted !== null && !entry.override) {
    state.doubles.push({ id: entry.id, of: contradicted });
    return;
  }
  state.admissions.push(entry.id);
  state.inside = rule.rule === 'in-out' ? entry.id : (state.inside ?? entry.id);
  if (rule.rule === 'daily') state.inside = before[0] ?? entry.id;
  counted.set(span, [...before, entry.id]);
}

/** The admission that leaves no room for another; null while there is room. */
function contradictedBy({ inside }: Attendance, before: readonly string[], rule: CheckInRule): string | null {
  switch (rule.rule) {
    case 'once':
    case 'daily':
      return before[0] ?? null;
    case 'times':
      return before.length >= rule.times ? (before.at(-1) ?? null) : null;
    case 'in-out':
      return inside;
  }
}

function unique(facts: readonly ScanFact[]): ScanFact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

/** Without what was taken back. To take back a taking back means nothing. */
function standing(facts: readonly ScanFact[]): Standing[] {
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.target] : [])));
  return facts.filter((fact): fact is Standing => fact.kind !== 'undo' && !undone.has(fact.id));
}

function isPassage(fact: Standing): fact is Passage {
  return fact.kind !== 'companion';
}

function companionsIn(facts: readonly Standing[]): number[] {
  const places = facts.flatMap((fact) => (fact.kind === 'companion' ? [fact.place] : []));
  return [...new Set(places)].toSorted((a, b) => a - b);
}

/** By time; what one device did stays in its own order even where its clock was set back. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const bySequence = passages.toSorted((a, b) => a.seq - b.seq || a.at - b.at || compare(a.id, b.id));
  const latest = new Map<string, number>();
  const placed = bySequence.map((passage) => {
    const at = Math.max(passage.at, passage.device === '' ? passage.at : (latest.get(passage.device) ?? 0));
    latest.set(passage.device, at);
    return { ...passage, at };
  });
  return placed.toSorted(
    (a, b) => a.at - b.at || compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id),
  );
}

/**
 * One pass held in front of one camera is read many times. What somebody decided on purpose is no such read, nor is the
 * way back of whoever went out by another door in between.
 */
function collapsed(passages: readonly Passage[], { rule }: CheckInRule): Passage[] {
  const last = new Map<string, Passage>();
  return passages.filter((passage) => {
    const before = last.get(passage.device);
    const isOrdered = passage.kind === 'entry' && passage.override;
    const isSoon = before?.kind === passage.kind && passage.at - before.at < DOUBLE_READ_MS;
    const again = passage.device !== '' && isSoon && !isOrdered;
    if (again) return false;
    if (rule === 'in-out')
      for (const [device, { kind }] of last) if (kind !== passage.kind) last.delete(device);
    last.set(passage.device, passage);
    return true;
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
