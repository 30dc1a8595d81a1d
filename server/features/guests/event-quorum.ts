import { type Quorum, type QuorumStanding, quorumStanding } from '../../../contract/attendance/quorum.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { type EventQuorum, Quorums } from '../../../models/quorum.ts';
import { headcount } from './headcount.ts';

type EventLike = Pick<Conference, '_id'>;

/** What is asked for, and how far the hall is from it now; null where nothing is asked for. */
export async function eventQuorum(event: EventLike): Promise<(Quorum & QuorumStanding) | null> {
  const quorum = await Quorums.findById(event._id, { effects: 0 }).lean<EventQuorum>();
  if (!quorum || quorum.rule === 'none') return null;
  const { rule, value, of } = quorum;
  const counted = of.length === 0 ? await everybody(event) : await members(event, of);
  return { rule, value, of, ...quorumStanding(quorum, counted) };
}

interface Counted {
  present: number;
  summoned: number;
}

async function everybody(event: EventLike): Promise<Counted> {
  const { present, listed } = await headcount(event);
  return { present, summoned: listed };
}

/** Whoever was replaced is counted as their substitute. */
async function members({ _id }: EventLike, of: readonly string[]): Promise<Counted> {
  const own = { event: _id, category: { $in: of }, standing: { $ne: 'cancelled' } } as const;
  const [present, summoned, replaced] = await Promise.all([
    Guests.countDocuments({ ...own, arrivedAt: { $gt: new Date(0) } }),
    Guests.countDocuments(own),
    Guests.countDocuments({ ...own, 'replacedBy.guest': { $type: 'objectId' } }),
  ]);
  return { present, summoned: summoned - replaced };
}
