import { inLocale } from '../../../../contract/localised.ts';
import { type Award, Awards } from '../../../../models/award.ts';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { once } from '../once.ts';
import { person, personFields, type Shown } from '../person.ts';

type Unsure = Shown & Pick<Guest, 'standing' | 'answer' | 'invitation'>;
interface Pair {
  award: Pick<Award, '_id' | 'title'>;
  guest: Unsure;
}

/** People who are to receive an award and have not said that they come, with nobody to receive it for them. */
export const recipients: Concern = {
  kind: 'recipients',
  tone: 'waiting',
  icon: 'award',
  place: ({ event }) => paths.awards(event),
  count: async (looking) => (await pairs(looking)).length,
  rows: async (looking, { limit, keys }) => {
    const all = (await pairs(looking)).map((pair) => rowOf(looking.access, pair));
    return all.filter(({ key }) => !keys || keys.includes(key)).slice(0, limit);
  },
};

const pairs = once(async ({ access: { event } }): Promise<Pair[]> => {
  const awards = await Awards.find(
    { event: event._id, announcedAt: null },
    { title: 1, 'recipients.guest': 1, 'recipients.representedBy': 1 },
  )
    .sort({ order: 1 })
    .lean<Pick<Award, '_id' | 'title' | 'recipients'>[]>();
  const wanted = awards.flatMap(({ recipients: all, ...award }) =>
    all.flatMap(({ guest, representedBy }) =>
      guest && !representedBy ? [{ award, id: String(guest) }] : [],
    ),
  );
  const unsure = await Guests.find(
    {
      event: event._id,
      _id: { $in: wanted.map(({ id }) => id) },
      standing: { $in: ['not-invited', 'no-answer', 'tentative', 'declined', 'cancelled'] },
    },
    { ...personFields, standing: 1, 'answer.at': 1, 'invitation.sentAt': 1 },
  ).lean<Unsure[]>();
  const byId = new Map(unsure.map((guest) => [String(guest._id), guest]));
  return wanted.flatMap(({ award, id }) => {
    const guest = byId.get(id);
    return guest ? [{ award, guest }] : [];
  });
});

function rowOf(access: Access, { award, guest }: Pair): ConcernRow {
  const { event } = access;
  const { standing } = guest;
  const isGone = standing === 'declined' || standing === 'cancelled';
  return {
    key: `${String(award._id)}:${String(guest._id)}`,
    mark: `${standing}:${guest.answer?.at.toISOString() ?? ''}`,
    who: person(access, guest),
    say: `attention.say.recipient-${isGone ? 'gone' : standing === 'tentative' ? 'unsure' : 'silent'}`,
    params: { award: inLocale(award.title, event.defaultLocale) },
    since: guest.answer?.at ?? guest.invitation?.sentAt ?? null,
    act: isGone
      ? { label: 'attention.act.represent', href: paths.award(event, award) }
      : { label: 'attention.act.record', href: paths.recordAnswer(event, guest) },
  };
}
