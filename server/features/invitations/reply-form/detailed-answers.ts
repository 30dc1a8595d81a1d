import { type Guest, Guests } from '../../../../models/guest.ts';
import type { Access } from '../../access/access.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  category: 1,
  standing: 1,
  answer: 1,
} as const;

export type Detailed = Pick<Guest, keyof typeof fields | '_id'>;

/** Everybody who will or may come, with what they said, in protocol order. */
export async function detailedAnswers(
  { event }: Access,
  most: number,
): Promise<{ guests: Detailed[]; total: number }> {
  const said = {
    event: event._id,
    standing: { $in: ['attending', 'tentative'] },
    'answer.details': { $ne: null },
  } as const;
  const [guests, total] = await Promise.all([
    Guests.find(said, fields).sort({ order: 1, _id: 1 }).limit(most).lean<Detailed[]>(),
    Guests.countDocuments(said),
  ]);
  return { guests, total };
}
