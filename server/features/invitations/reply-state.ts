import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { instantIn } from '../../platform/zoned-time.ts';

/**
 * Whether a guest may answer now. `late`: the reply-by moment is over; `over`: so is the event; `paused`: the event
 * went back to its drafting table; `withdrawn`: this guest is no longer invited.
 */
export type ReplyState = 'open' | 'late' | 'over' | 'paused' | 'withdrawn';

type Dated = Pick<Conference, 'state' | 'days' | 'timeZone' | 'replyBy'>;

const DAY = 24 * 60 * 60 * 1000;
const daysAfterEvent = 7;

export function replyState(event: Dated, guest: Pick<Guest, 'state'>, now: Date): ReplyState {
  if (guest.state === 'cancelled') return 'withdrawn';
  if (event.state === 'draft') return 'paused';
  if (isOver(event, now)) return 'over';
  return event.replyBy && event.replyBy < now ? 'late' : 'open';
}

/** A personal link works until a week after the event. */
export function isLinkExpired(event: Dated, now: Date): boolean {
  const end = endOf(event);
  return end !== null && end.getTime() + daysAfterEvent * DAY < now.getTime();
}

/** A browser keeps the pass until a day after the event; while its days are not known, for a month. */
export function forgetPassAt(event: Pick<Dated, 'days' | 'timeZone'>, now: Date): Date {
  const end = endOf(event);
  return new Date(end ? end.getTime() + DAY : now.getTime() + 30 * DAY);
}

function isOver(event: Dated, now: Date): boolean {
  const end = endOf(event);
  return event.state === 'closed' || event.state === 'archived' || (end !== null && end < now);
}

/** The midnight after the last day, where the event takes place. */
function endOf({ days, timeZone }: Pick<Dated, 'days' | 'timeZone'>): Date | null {
  const last = days.at(-1);
  return last ? new Date(instantIn(timeZone, `${last}T00:00`).getTime() + DAY) : null;
}
