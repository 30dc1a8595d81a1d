import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';

/**
 * What a unit may do now. `open`: everything; `late`: the deadline is over, so only replacements, and handing in what
 * was named; `closed`: the organisers have closed the list, or the event is over.
 */
export type NamingState = 'open' | 'late' | 'closed';

export function namingState(
  event: Pick<Conference, 'state'>,
  nomination: Pick<Nomination, 'state' | 'deadline'>,
  now: Date,
): NamingState {
  const isOver = event.state === 'closed' || event.state === 'archived';
  if (isOver || nomination.state === 'closed') return 'closed';
  return nomination.deadline < now ? 'late' : 'open';
}
