import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { Refused } from '../../platform/errors.ts';
import { namingState } from './naming-state.ts';

/** Names are taken until the deadline. */
export function refuseUnlessOpen(event: Conference, nomination: Nomination, now: Date): void {
  refuseUnlessLive(event, nomination, now);
  if (namingState(event, nomination, now) === 'late') throw new Refused('nominations.error.too-late');
}

/** Replacements, and what was named already, until the organisers close the list. */
export function refuseUnlessLive(event: Conference, nomination: Nomination, now: Date): void {
  if (namingState(event, nomination, now) === 'closed') throw new Refused('nominations.error.closed');
}
