import type { Conference } from '../../../models/event.ts';
import { type Seating, Seatings } from '../../../models/seating.ts';

/** The hall of an event with the last thing done to it. An event without a plan has an empty one at revision 0. */
export async function loadSeating(event: Pick<Conference, '_id'>): Promise<Seating> {
  const seating = await Seatings.findById(event._id, { steps: { $slice: -1 }, effects: 0 }).lean<Seating>();
  return seating ?? { _id: event._id, areas: [], seats: {}, steps: [], rev: 0, effects: [] };
}
