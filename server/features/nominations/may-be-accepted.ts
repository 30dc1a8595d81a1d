import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { namingState } from './naming-state.ts';

/** A list that is still being written is the unit's own; when it was handed in, or its time is over, names are taken. */
export function mayBeAccepted(
  event: Pick<Conference, 'state'>,
  nomination: Pick<Nomination, 'state' | 'deadline' | 'submittedAt'>,
  now: Date,
): boolean {
  return nomination.submittedAt !== null || namingState(event, nomination, now) !== 'open';
}
