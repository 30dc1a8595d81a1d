import type { AnswerChannel } from '../../../contract/states.ts';
import { limits } from '../../../contract/limits.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  standing: 1,
  answer: 1,
} as const;

export type Answered = Pick<Guest, keyof typeof fields | '_id'> & { answer: NonNullable<Guest['answer']> };

/** The newest answers, of one channel or of all. */
export async function latestAnswers(access: Access, channel: AnswerChannel | null): Promise<Answered[]> {
  return Guests.find(
    {
      event: access.event._id,
      state: 'listed',
      'answer.at': { $gt: new Date(0) },
      ...(channel ? { 'answer.channel': channel } : {}),
    },
    fields,
  )
    .sort({ 'answer.at': -1, _id: -1 })
    .limit(limits.pageSize)
    .lean<Answered[]>();
}

/** How many of the answers that hold now came through which channel, the busiest first. */
export async function answersByChannel(access: Access): Promise<{ channel: AnswerChannel; count: number }[]> {
  const rows = await Guests.aggregate<{ _id: AnswerChannel; count: number }>([
    { $match: { event: access.event._id, state: 'listed', 'answer.at': { $gt: new Date(0) } } },
    { $group: { _id: '$answer.channel', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return rows.map(({ _id, count }) => ({ channel: _id, count }));
}
