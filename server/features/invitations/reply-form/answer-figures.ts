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

interface Sums {
  dietary: number;
  access: number;
  transport: number;
  yes: number;
  no: number;
}

const nothing: Sums = { dietary: 0, access: 0, transport: 0, yes: 0, no: 0 };

export async function answerFigures(access: Access): Promise<AnswerFigures> {
  const [companions, dietary, sums, counts] = await Promise.all([
    countCompanions(access.event),
    wordingsOf(access),
    sumsOf(access),
    answerCounts(access),
  ]);
  return {
    companions,
    dietary,
    dietaryCount: sums.dietary,
    access: sums.access,
    transport: sums.transport,
    photos: { yes: sums.yes, no: sums.no },
    counts,
  };
}

/** All in one walk through those who come: each of them is read once, not once for every number. */
async function sumsOf({ event }: Access): Promise<Sums> {
  const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const said = (field: string) => count({ $gt: [`$answer.details.${field}`, ''] });
  const photo = (value: string) => count({ $eq: ['$answer.details.photo', value] });
  const [sums] = await Guests.aggregate<Sums>([
    { $match: { event: event._id, standing: 'attending' } },
    {
      $group: {
        _id: null,
        dietary: said('dietary'),
        access: said('access'),
        transport: said('transport'),
        yes: photo('yes'),
        no: photo('no'),
      },
    },
  ]);
  return sums ?? nothing;
}

async function wordingsOf({ event }: Access): Promise<AnswerFigures['dietary']> {
  const rows = await Guests.aggregate<{ _id: string; count: number }>([
    { $match: { event: event._id, standing: 'attending', 'answer.details.dietary': { $gt: '' } } },
    { $group: { _id: { $toLower: '$answer.details.dietary' }, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
    { $limit: MOST_WORDINGS },
  ]);
  return rows.map(({ _id, count }) => ({ text: _id, count }));
}
