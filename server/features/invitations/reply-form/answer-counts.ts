import { Guests } from '../../../../models/guest.ts';
import type { Access } from '../../access/access.ts';
import { replyFormOf } from './reply-form-of.ts';

/** How often each question was answered, and each of its options chosen. */
export interface AnswerCounts {
  answered: ReadonlyMap<string, number>;
  /** Question and option, with a slash between. */
  chosen: ReadonlyMap<string, number>;
}

interface Row {
  _id: { question: string; value: string };
  count: number;
}

/** By the answers that hold now. Where nothing was asked nobody is read. */
export async function answerCounts({ event }: Access): Promise<AnswerCounts> {
  if (replyFormOf(event).questions.length === 0) return { answered: new Map(), chosen: new Map() };
  const given = {
    event: event._id,
    state: 'listed',
    'answer.details.questions.id': { $gt: '' },
    'answer.provisional': { $ne: true },
  } as const;
  const [perQuestion, perValue] = await Promise.all([
    Guests.aggregate<{ _id: string; count: number }>([
      { $match: given },
      { $unwind: '$answer.details.questions' },
      { $group: { _id: '$answer.details.questions.id', count: { $sum: 1 } } },
    ]),
    Guests.aggregate<Row>([
      { $match: given },
      { $unwind: '$answer.details.questions' },
      { $unwind: '$answer.details.questions.value' },
      {
        $group: {
          _id: { question: '$answer.details.questions.id', value: '$answer.details.questions.value' },
          count: { $sum: 1 },
        },
      },
    ]),
  ]);
  return {
    answered: new Map(perQuestion.map(({ _id, count }) => [_id, count])),
    chosen: new Map(perValue.map(({ _id, count }) => [`${_id.question}/${_id.value}`, count])),
  };
}
