import type { MessageKey } from '../../../locales/keys.ts';
import type { Conference } from '../../../models/event.ts';
import type { Wave } from '../../../models/wave.ts';

export type Obstacle = Extract<MessageKey, `letters.stopped.${string}`>;

const LATE_MS = 24 * 60 * 60 * 1000;

/** Why a wave may not go out now; null when nothing is in its way. */
export function obstacleOf(
  { kind, moment }: Pick<Wave, 'kind' | 'moment'>,
  { state }: Pick<Conference, 'state'>,
  { due, now }: { due: Date; now: Date },
): Obstacle | null {
  if (state === 'draft') return 'letters.stopped.draft';
  const isOver = state === 'closed' || state === 'archived';
  if (isOver && kind !== 'thank-you' && kind !== 'announcement') return 'letters.stopped.over';
  if (moment.how !== 'now' && now.getTime() - due.getTime() > LATE_MS) return 'letters.stopped.late';
  return null;
}
