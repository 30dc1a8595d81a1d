import { Guests } from '../../../../models/guest.ts';
import type { Access } from '../../access/access.ts';
import { countCompanions } from '../../events/stand-ins.ts';
import { answerCounts, type AnswerCounts } from './answer-counts.ts';

const MOST_WORDINGS = 12;

/** What has to be prepared, in numbers. */
export interface AnswerFigures {
  companions: number;
  /** What was asked for most often, word for word. */
  dietary: { text: string; count: number }[];
  dietaryCount: number;
  access: number;
  transport: number;
  photos: { yes: number; no: number };
  counts: AnswerCounts;
}

export async function answerFigures(access: Access): Promise<AnswerFigures> {
  const coming = { event: access.event._id, standing: 'attending' } as const;
  const count = (field: string, value: unknown) =>
    Guests.countDocuments({ ...coming, [`answer.details.${field}`]: value });
  const said = { $gt: '' };
  const [companions, dietary, dietaryCount, help, transport, yes, no, counts] = await Promise.all([
    countCompanions(access.event),
    Guests.aggregate<{ _id: string; count: number }>([
      { $match: { ...coming, 'answer.details.dietary': said } },
      { $group: { _id: { $toLower: '$answer.details.dietary' }, count: { $sum: 1 } } },
      { $sort: { count: -1, _id: 1 } },
      { $limit: MOST_WORDINGS },
    ]),
    count('dietary', said),
    count('access', said),
    count('transport', said),
    count('photo', 'yes'),
    count('photo', 'no'),
    answerCounts(access),
  ]);
  const wordings = dietary.map(({ _id, count: times }) => ({ text: _id, count: times }));
  return {
    companions,
    dietary: wordings,
    dietaryCount,
    access: help,
    transport,
    photos: { yes, no },
    counts,
  };
}
