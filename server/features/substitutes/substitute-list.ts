import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { proposalOf } from './proposal.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  email: 1,
  seat: 1,
  state: 1,
  standing: 1,
  answer: 1,
  replacedBy: 1,
  order: 1,
} as const;
const MOST = 200;

export interface Substitutes {
  waiting: Guest[];
  approved: Guest[];
  refused: Guest[];
}

/** Every guest somebody else shall come for, in protocol order, by what was decided. */
export async function substituteList({ event }: Access): Promise<Substitutes> {
  const [sent, refused] = await Promise.all([
    Guests.find({ event: event._id, standing: 'substitute' }, fields)
      .sort({ order: 1, _id: 1 })
      .limit(MOST)
      .lean<Guest[]>(),
    Guests.find(
      {
        event: event._id,
        standing: { $in: ['no-answer', 'not-invited'] },
        'answer.refusal.at': { $gt: new Date(0) },
      },
      fields,
    )
      .sort({ order: 1, _id: 1 })
      .limit(MOST)
      .lean<Guest[]>(),
  ]);
  return {
    waiting: sent.filter((guest) => proposalOf(guest) !== null),
    approved: sent.filter(({ replacedBy }) => replacedBy),
    refused,
  };
}
