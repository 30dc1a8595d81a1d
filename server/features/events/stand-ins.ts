import type { Types } from 'mongoose';
import type { GuestStanding } from '../../../contract/states.ts';
import { type Guest, Guests } from '../../../models/guest.ts';

interface EventLike {
  _id: Types.ObjectId;
}

/** Who comes instead by the answer that holds; empty when nobody does, or nobody knows yet. */
export function sentInstead({ answer }: Pick<Guest, 'answer'>): string {
  if (answer?.kind !== 'substitute' || answer.provisional || answer.refusal) return '';
  return answer.substitute?.name ?? '';
}

/** In the index of those who were replaced, of whom there are few. */
const isReplaced = { 'replacedBy.guest': { $type: 'objectId' } } as const;

/** How many wait for nobody any more, because a substitute has taken their seat and is counted in their own right. */
export async function countReplaced({ _id }: EventLike): Promise<number> {
  return Guests.countDocuments({ event: _id, ...isReplaced, standing: 'substitute' });
}

/** How many substitutes stand where: the place they took is counted with the guest who had it. */
export async function standInStandings({ _id }: EventLike): Promise<Partial<Record<GuestStanding, number>>> {
  const rows = await Guests.aggregate<{ _id: GuestStanding; count: number }>([
    { $match: { event: _id, 'standsFor.guest': { $type: 'objectId' }, state: 'listed' } },
    { $group: { _id: '$standing', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(rows.map((row) => [row._id, row.count]));
}

/** How many come along with those who said that they will come. */
export async function countCompanions({ _id }: EventLike): Promise<number> {
  const [row] = await Guests.aggregate<{ count: number }>([
    { $match: { event: _id, 'answer.details.companions.name': { $gt: '' }, standing: 'attending' } },
    { $group: { _id: null, count: { $sum: { $size: '$answer.details.companions' } } } },
  ]);
  return row?.count ?? 0;
}
