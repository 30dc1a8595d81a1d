import type { Types } from 'mongoose';
import type { Tally } from '../../../contract/live/invitations.ts';
import { type GuestStanding, guestStandings } from '../../../contract/states.ts';
import { Guests } from '../../../models/guest.ts';
import { countCompanions, standInStandings } from '../events/stand-ins.ts';

export type Standings = Readonly<Record<GuestStanding, number>>;

/** How many stand where. Counted in the index, one range per standing; no guest is read. */
export async function countStandings(event: { _id: Types.ObjectId }): Promise<Standings> {
  const counts = await Promise.all(
    guestStandings.map(async (standing) => {
      const count = await Guests.countDocuments({ event: event._id, standing });
      return [standing, count] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<GuestStanding, number>;
}

/**
 * The answers as the event page shows them. The cancelled are in none of the numbers, and a seat that a substitute has
 * taken is one seat.
 */
export async function tally(event: { _id: Types.ObjectId }): Promise<Tally> {
  const [standings, standIns, companions] = await Promise.all([
    countStandings(event),
    standInStandings(event),
    countCompanions(event),
  ]);
  const seats = guestStandings.map(
    (standing) => [standing, standings[standing] - (standIns[standing] ?? 0)] as const,
  );
  return { ...tallyOf(Object.fromEntries(seats) as Standings), companions };
}

export function tallyOf(standings: Standings): Omit<Tally, 'companions'> {
  const { attending, declined, tentative, substitute: substitutes } = standings;
  const silent = standings['no-answer'];
  const invited = attending + declined + tentative + substitutes + silent;
  const listed = invited + standings['not-invited'];
  return { listed, invited, attending, declined, tentative, substitutes, silent };
}
