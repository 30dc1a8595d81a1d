import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Wave } from '../../../models/wave.ts';
import { addresseesOf } from './recipients.ts';

/** The first guest who has got the letter, or would get it now. */
export async function waveReader(event: Conference, wave: Wave): Promise<Guest | null> {
  const filter = wave.startedAt ? { event: event._id, waves: wave._id } : await addresseesOf(event, wave);
  return Guests.findOne(filter).sort({ order: 1, _id: 1 }).lean<Guest>();
}
