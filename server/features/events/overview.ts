import { type Access, can } from '../access/access.ts';
import { type Attention, attention } from './attention.ts';
import { type GuestFigures, guestFigures } from './guest-figures.ts';
import { type LiveBoard, liveBoard } from './live-board.ts';
import { type Readiness, readiness } from './readiness.ts';

/** Everything the event's first page shows, as far as the reader may see it. */
export interface Overview {
  figures: GuestFigures;
  ready: Readiness | null;
  waiting: Attention[];
  /** Only while the event is running. */
  board: LiveBoard | null;
}

export async function eventOverview(
  access: Access,
  { sendsMail, now }: { sendsMail: boolean; now: Date },
): Promise<Overview> {
  const { event } = access;
  const prepares = can(access, 'events.edit');
  const figures = await guestFigures(event);
  const [ready, waiting, board] = await Promise.all([
    prepares ? readiness(event, { hasMail: sendsMail }) : null,
    prepares ? attention(event, figures, now) : [],
    event.state === 'live' && can(access, 'guests.view') ? liveBoard(event) : null,
  ]);
  return { figures, ready, waiting, board };
}
