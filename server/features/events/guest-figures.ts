import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';

/**
 * The list in numbers, as the dashboard shows it. Cancelled guests are not counted; whoever answered counts as invited,
 * by whatever way the invitation came.
 */
export interface GuestFigures {
  listed: number;
  invited: number;
  attending: number;
  silent: number;
  declined: number;
  substitutes: number;
  tentative: number;
  present: number;
}

/** Each number is counted in an index, without reading a guest: grouping the list itself grows with the list. */
export async function guestFigures(event: Pick<Conference, '_id'>): Promise<GuestFigures> {
  const [notInvited, silent, attending, tentative, substitutes, declined, present] = await Promise.all([
    standing(event, 'not-invited'),
    standing(event, 'no-answer'),
    standing(event, 'attending'),
    standing(event, 'tentative'),
    standing(event, 'substitute'),
    standing(event, 'declined'),
    Guests.countDocuments({
      event: event._id,
      arrivedAt: { $gt: new Date(0) },
      standing: { $ne: 'cancelled' },
    }),
  ]);
  const invited = silent + attending + tentative + substitutes + declined;
  return {
    listed: notInvited + invited,
    invited,
    attending,
    silent,
    declined,
    substitutes,
    tentative,
    present,
  };
}

function standing(event: Pick<Conference, '_id'>, name: GuestStanding): Promise<number> {
  return Guests.countDocuments({ event: event._id, standing: name });
}
