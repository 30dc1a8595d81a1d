import type { Conference } from '../../../models/event.ts';
import type { ListedUnit } from './nomination-list.ts';
import { namingState } from './naming-state.ts';

export type Standing = 'not-written' | 'asked' | 'writing' | 'late' | 'submitted' | 'closed';

/** How far a unit is, in one word. */
export function standingOf(event: Pick<Conference, 'state'>, unit: ListedUnit, now: Date): Standing {
  const state = namingState(event, unit, now);
  if (state === 'closed') return 'closed';
  if (unit.submittedAt) return 'submitted';
  if (state === 'late') return 'late';
  if (unit.nominees.length > 0) return 'writing';
  return unit.sentAt ? 'asked' : 'not-written';
}
