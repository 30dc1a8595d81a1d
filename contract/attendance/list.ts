import type { Localised } from '../localised.ts';
import type { CheckInRule } from './rules.ts';

export const listKinds = ['event', 'day', 'session', 'gate', 'meal', 'gift'] as const;
export type ListKind = (typeof listKinds)[number];

/** What people are let in to, or given: the event itself, a day, a session, a gate, a meal, a gift. */
export interface CheckInList extends CheckInRule {
  id: string;
  name: Localised;
  kind: ListKind;
  /** When it may be used, in milliseconds; null while it has no such bound. */
  opensAt: number | null;
  closesAt: number | null;
  /** Of guests; empty for everybody. */
  categories: readonly string[];
  /** Only for those who are in on this list; '' for everybody. */
  requires: string;
}
