import type { QueryFilter } from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import type { AnswerChannel } from '../../../contract/states.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { keysetPage, type KeysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import type { Access } from '../access/access.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  standing: 1,
  answer: 1,
  replacedBy: 1,
} as const;

export type Answered = Pick<Guest, keyof typeof fields | '_id'> & { answer: NonNullable<Guest['answer']> };

/** The last answer of each guest, the newest first; among them those that wait to be confirmed. */
export async function latestAnswers(access: Access): Promise<Answered[]> {
  return Guests.find(answered(access), fields)
    .sort({ 'answer.at': -1, _id: -1 })
    .limit(limits.pageSize)
    .hint({ event: 1, 'answer.at': -1, _id: -1 })
    .lean<Answered[]>();
}

const byProtocol: Order = { keys: { order: 'text', _id: 'id' }, direction: 1 };

/** All of them page by page, in protocol order, which does not move while one is reading. */
export async function answerList(
  access: Access,
  after: string,
): Promise<KeysetPage<Answered & Pick<Guest, 'order'>>> {
  return keysetPage(
    byProtocol,
    { place: readPlace(after, byProtocol), size: limits.pageSize },
    async (reading) =>
      Guests.find({ $and: [answered(access), ...reading.conditions] }, { ...fields, order: 1 })
        .sort(reading.sort)
        .limit(reading.limit)
        .lean<(Answered & Pick<Guest, 'order'>)[]>(),
  );
}

/** How many of the answers that hold now came through which channel, the busiest first. */
export async function answersByChannel(access: Access): Promise<{ channel: AnswerChannel; count: number }[]> {
  const rows = await Guests.aggregate<{ _id: AnswerChannel; count: number }>([
    // What brought a substitute in is the answer of the guest whose seat they took.
    { $match: { ...answered(access), standsFor: null, ...counted } },
    { $group: { _id: '$answer.channel', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return rows.map(({ _id, count }) => ({ channel: _id, count }));
}

/** How many wait to be confirmed by the guest, because a machine may have given them. */
export async function countUnconfirmed({ event }: Access): Promise<number> {
  return Guests.countDocuments({ event: event._id, 'answer.provisional': true, state: 'listed' });
}

/** As `holds` says it of one answer. */
const counted = { 'answer.provisional': { $ne: true }, 'answer.refusal': null } as const;

function answered({ event }: Access): QueryFilter<Guest> & Record<string, unknown> {
  return { event: event._id, state: 'listed', 'answer.at': { $gt: new Date(0) } };
}
