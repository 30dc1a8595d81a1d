import type { EntryFact, ScanFact } from './facts.ts';
import { foldFacts } from './fold.ts';
import type { CheckInList } from './list.ts';

/** A guest as a door knows them. */
export interface Known {
  category: string;
  state: 'expected' | 'cancelled' | 'replaced';
  /** What was done with them on this list. */
  facts: readonly ScanFact[];
}

export interface Circumstances {
  /** The event lets people in at all. */
  isOpen: boolean;
  /** In on the list that this one requires; null where that cannot be known now. */
  hasRequired: boolean | null;
  /** Categories that may use this gate; empty for all. */
  gate: readonly string[];
  /** By how many milliseconds the clock may be wrong. */
  doubt: number;
}

export const refusalReasons = [
  'not-open',
  'cancelled',
  'wrong-category',
  'wrong-gate',
  'too-early',
  'too-late',
  'not-inside',
  'already-here',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export type Judgement =
  | { admits: true }
  /** `of`: the admission that leaves no room, with `already-here`. */
  | { admits: false; reason: RefusalReason; of: string };

/**
 * Whether a list admits this entry. The same answer on the server and on a device without network, from the same
 * facts. Where the clock or another list is in doubt it admits: a wrong refusal at the door is worse than a wrong
 * entry that is shown afterwards.
 */
export function judge(
  entry: EntryFact,
  known: Known,
  { list, circumstances }: { list: CheckInList; circumstances: Circumstances },
): Judgement {
  const reason = reasonAgainst(entry, known, { list, circumstances });
  if (reason) return { admits: false, reason, of: '' };
  const of = contradicted(entry, known.facts, list);
  return of === null ? { admits: true } : { admits: false, reason: 'already-here', of };
}

/** What speaks against an entry before anything is known of earlier ones. */
export function reasonAgainst(
  { at }: Pick<EntryFact, 'at'>,
  { category, state }: Pick<Known, 'category' | 'state'>,
  { list, circumstances }: { list: CheckInList; circumstances: Circumstances },
): Exclude<RefusalReason, 'already-here'> | null {
  const { isOpen, hasRequired, gate, doubt } = circumstances;
  if (!isOpen) return 'not-open';
  if (state !== 'expected') return 'cancelled';
  if (list.categories.length > 0 && !list.categories.includes(category)) return 'wrong-category';
  if (gate.length > 0 && !gate.includes(category)) return 'wrong-gate';
  if (list.opensAt !== null && at + doubt < list.opensAt) return 'too-early';
  if (list.closesAt !== null && at - doubt > list.closesAt) return 'too-late';
  return hasRequired === false ? 'not-inside' : null;
}

/** The admission that a further entry would contradict, or repeat. */
function contradicted(entry: EntryFact, facts: readonly ScanFact[], list: CheckInList): string | null {
  const { admissions, doubles } = foldFacts([...facts, { ...entry, override: false }], list);
  const double = doubles.find(({ id }) => id === entry.id);
  if (double) return double.of;
  return admissions.includes(entry.id) ? null : (admissions.at(-1) ?? null);
}
