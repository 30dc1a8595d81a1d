import { allows } from '../access/permissions.ts';
import { type Attention, attention } from '../events/attention.ts';
import { type GuestFigures, guestFigures } from '../events/guest-figures.ts';
import type { BoardEvent } from './my-board.ts';

const MOST = 12;

export interface Waiting {
  figures: GuestFigures;
  attention: Attention[];
}

/** Figures and open ends of the events on the board, as many as fit on a page; open ends for who can tie them. */
export async function whatWaits(events: readonly BoardEvent[], now: Date): Promise<Map<string, Waiting>> {
  const waiting = events.slice(0, MOST).map(async (event): Promise<[string, Waiting]> => {
    const figures = await guestFigures(event);
    const mayAct = allows(event.role, 'guests.edit');
    return [String(event._id), { figures, attention: mayAct ? await attention(event, figures, now) : [] }];
  });
  return new Map(await Promise.all(waiting));
}
