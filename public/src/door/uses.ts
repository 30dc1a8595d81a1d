import { foldFacts } from '../../../contract/attendance/fold.ts';
import type { CheckInRule } from '../../../contract/attendance/rules.ts';
import type { DoorFact } from '../../../contract/door/sync.ts';

/** Of a guest on a list that admits several times. */
export interface Uses {
  /** When they were let in, in milliseconds. */
  at: readonly number[];
  /** How often they still may be. */
  left: number;
}

/** Null on a list that admits once, by the day or in and out. */
export function usesOf(facts: readonly DoorFact[], rule: CheckInRule | undefined): Uses | null {
  if (rule?.rule !== 'times') return null;
  const admissions = new Set(foldFacts(facts, rule).admissions);
  const at = facts.filter(({ id }) => admissions.has(id)).map((fact) => fact.at);
  return { at: at.toSorted((a, b) => a - b), left: Math.max(0, rule.times - at.length) };
}
