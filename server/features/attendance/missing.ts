import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { guestFields } from './find-guest.ts';

const SHOWN = 100;

/** Those who said they would come, themselves or by a substitute, and are not here yet: in protocol order. */
export async function missing({ event }: Access): Promise<{ guests: Guest[]; count: number }> {
  const wanted = {
    event: event._id,
    arrivedAt: null,
    standing: { $in: ['attending', 'substitute'] },
    replacedBy: null,
  } as const;
  const [guests, count] = await Promise.all([
    Guests.find(wanted, guestFields).sort({ order: 1, _id: 1 }).limit(SHOWN).lean<Guest[]>(),
    Guests.countDocuments(wanted),
  ]);
  return { guests, count };
}
