import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { companionsInside, countUnannounced } from './came-instead.ts';
import { countCompanions, standInStandings } from './stand-ins.ts';

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
  /** Substitutes whom nobody had announced: named at the door. The guests they came for answered otherwise. */
  unannounced: number;
  tentative: number;
  present: number;
  /** Companions who are in. */
  along: number;
  /** People whom those who attend bring along. */
  companions: number;
}

/** Each number is counted in an index, without reading a guest: grouping the list itself grows with the list. */
export async function guestFigures(event: Pick<Conference, '_id'>): Promise<GuestFigures> {
  const [standIns, companions, along, unannounced, ...counts] = await Promise.all([
    standInStandings(event),
    countCompanions(event),
    companionsInside(event),
    countUnannounced(event),
    ...counted.map((name) => standing(event, name)),
    Guests.countDocuments({
      event: event._id,
      arrivedAt: { $gt: new Date(0) },
      standing: { $ne: 'cancelled' },
    }),
  ]);
  // Of a seat that a substitute has taken, the guest who had it is counted, once.
  const seats = counted.map((name, place) => (counts[place] ?? 0) - (standIns[name] ?? 0));
  const [notInvited = 0, silent = 0, attending = 0, tentative = 0, substitutes = 0, declined = 0] = seats;
  const invited = silent + attending + tentative + substitutes + declined;
  return {
    listed: notInvited + invited,
    invited,
    attending,
    silent,
    declined,
    substitutes,
    unannounced,
    tentative,
    present: counts.at(-1) ?? 0,
    along,
    companions,
  };
}

const counted = ['not-invited', 'no-answer', 'attending', 'tentative', 'substitute', 'declined'] as const;

function standing(event: Pick<Conference, '_id'>, name: GuestStanding): Promise<number> {
  return Guests.countDocuments({ event: event._id, standing: name });
}
