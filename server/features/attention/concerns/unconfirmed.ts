import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { idsIn, person, personFields, type Shown } from '../person.ts';

type Doubtful = Shown & Pick<Guest, 'answer'>;

/** Answers that may be the work of a machine that opens links, and that the guest has not confirmed. */
export const unconfirmed: Concern = {
  kind: 'unconfirmed',
  tone: 'attention',
  icon: 'circle-question-mark',
  place: ({ event }) => `${paths.guests(event)}?tab=no-answer`,
  count: ({ access }) => Guests.countDocuments(doubtful(access)),
  rows: async ({ access }, { limit, keys }) => {
    const only = keys ? { _id: { $in: idsIn(keys) } } : {};
    const guests = await Guests.find(
      { ...doubtful(access), ...only },
      { ...personFields, 'answer.kind': 1, 'answer.channel': 1, 'answer.by': 1, 'answer.at': 1 },
    )
      .limit(limit)
      .lean<Doubtful[]>();
    return guests.map((guest): ConcernRow => ({
      key: String(guest._id),
      mark: guest.answer?.at.toISOString() ?? '',
      who: person(access, guest),
      say: 'attention.say.doubtful',
      params: {
        answer: guest.answer?.kind ?? '',
        channel: guest.answer?.channel ?? '',
        by: guest.answer?.by ?? '',
      },
      since: guest.answer?.at ?? null,
      act: { label: 'attention.act.record', href: paths.recordAnswer(access.event, guest) },
    }));
  },
};

function doubtful({ event }: Access): object {
  return { event: event._id, 'answer.provisional': true, state: 'listed' };
}
