import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { cameInstead } from '../events/came-instead.ts';
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
  /** Those who came in somebody's place, and were written down at the door. */
  came: Came[];
}

export interface Came {
  guest: Guest;
  substitute: string;
  at: Date;
}

/** Every guest somebody else shall come for, in protocol order, by what was decided. */
export async function substituteList({ event }: Access): Promise<Substitutes> {
  const [sent, refused, came] = await Promise.all([
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
    cameAtDoor(event),
  ]);
  return {
    waiting: sent.filter((guest) => proposalOf(guest) !== null),
    approved: sent.filter(({ replacedBy }) => replacedBy),
    refused,
    came,
  };
}

async function cameAtDoor(event: Access['event']): Promise<Came[]> {
  const admissions = await cameInstead(event);
  const byGuest = new Map(admissions.map(({ guest, admission }) => [String(guest), admission]));
  const guests = await Guests.find(
    { event: event._id, _id: { $in: admissions.map(({ guest }) => guest) } },
    fields,
  )
    .sort({ order: 1, _id: 1 })
    .lean<Guest[]>();
  return guests.flatMap((guest) => {
    const admission = byGuest.get(String(guest._id));
    return admission ? [{ guest, substitute: admission.substitute, at: admission.at }] : [];
  });
}
