import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import { proposalOf } from '../../substitutes/proposal.ts';
import type { Concern, ConcernRow, Looking, Wanted } from '../concern.ts';
import { idsIn, person, personFields } from '../person.ts';

const fields = { ...personFields, state: 1, replacedBy: 1, answer: 1 } as const;
const MOST = 500;

/** Guests who want to send somebody else, and wait to hear whether that is all right. */
export const substitutes: Concern = {
  kind: 'substitutes',
  tone: 'attention',
  icon: 'replace',
  place: ({ event }) => paths.substitutes(event),
  count: async (looking) => (await waiting(looking, { limit: MOST })).length,
  rows: async (looking, wanted) => {
    const { access } = looking;
    const { event } = access;
    return (await waiting(looking, wanted)).map((guest): ConcernRow => ({
      key: String(guest._id),
      mark: guest.answer?.at.toISOString() ?? '',
      who: person(access, guest),
      say: 'attention.say.substitute',
      params: {
        name: guest.answer?.substitute?.name ?? '',
        position: guest.answer?.substitute?.position || 'none',
      },
      since: guest.answer?.at ?? null,
      act: {
        label: 'attention.act.approve',
        href: paths.approveSubstitute(event, guest),
        fields: {},
      },
    }));
  },
};

/** By the index of standings: few send somebody else, and only they are read. */
async function waiting({ access }: Looking, { limit, keys }: Wanted): Promise<Guest[]> {
  const only = keys ? { _id: { $in: idsIn(keys) } } : {};
  const sent = await Guests.find({ event: access.event._id, standing: 'substitute', ...only }, fields)
    .sort({ order: 1, _id: 1 })
    .limit(MOST)
    .lean<Guest[]>();
  return sent.filter((guest) => proposalOf(guest) !== null).slice(0, limit);
}
