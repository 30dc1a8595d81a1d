import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import { displayName } from '../../directory/person-name.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { once } from '../once.ts';
import { person, personFields, type Shown } from '../person.ts';

type Seated = Shown & Pick<Guest, 'seat' | 'updatedAt'>;
const MOST = 200;

/** Two people who come and hold the same seat, as the list has it. */
export const seatsDoubled: Concern = {
  kind: 'seats-doubled',
  tone: 'refused',
  icon: 'armchair',
  place: ({ event }) => paths.seating(event),
  count: async (looking) => (await doubled(looking)).length,
  rows: async (looking, { limit, keys }) =>
    (await doubled(looking))
      .map((group) => rowOf(looking.access, group))
      .filter(({ key }) => !keys || keys.includes(key))
      .slice(0, limit),
};

/** The seats are counted in their index; only guests of a seat held twice are read. */
const doubled = once(async ({ access: { event } }): Promise<Seated[][]> => {
  const groups = await Guests.aggregate<{ _id: string }>([
    { $match: { event: event._id, seat: { $gt: '' } } },
    { $project: { _id: 0, seat: 1 } },
    { $group: { _id: '$seat', count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
    { $limit: MOST },
  ]);
  if (groups.length === 0) return [];
  const guests = await Guests.find(
    {
      event: event._id,
      seat: { $in: groups.map(({ _id }) => _id) },
      standing: { $nin: ['declined', 'cancelled'] },
      replacedBy: null,
    },
    { ...personFields, seat: 1, updatedAt: 1, order: 1 },
  )
    .sort({ order: 1 })
    .lean<Seated[]>();
  return groups
    .map(({ _id }) => guests.filter(({ seat }) => seat === _id))
    .filter((group) => group.length > 1);
});

function rowOf(access: Access, [first, ...others]: Seated[]): ConcernRow {
  if (!first) throw new Error('A seat held twice has holders');
  const { defaultLocale } = access.event;
  return {
    key: first.seat,
    mark: [first, ...others].map(({ _id }) => String(_id)).join(),
    who: person(access, first),
    say: 'attention.say.seat-twice',
    params: {
      seat: first.seat,
      others: others.map(({ name }) => displayName(name, defaultLocale)).join(', '),
    },
    since: null,
    act: { label: 'attention.act.seat', href: paths.seating(access.event) },
  };
}
