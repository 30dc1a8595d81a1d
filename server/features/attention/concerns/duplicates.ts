import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import { standingsOnList } from '../../guests/list-filter.ts';
import { displayName } from '../../directory/person-name.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { once } from '../once.ts';
import { person, personFields, type Shown } from '../person.ts';

const MOST = 300;
const fields = {
  ...personFields,
  sortKey: 1,
  email: 1,
  phone: 1,
  organisation: 1,
  order: 1,
  createdAt: 1,
} as const;
type Alike = Shown & Pick<Guest, 'sortKey' | 'email' | 'phone' | 'organisation' | 'order' | 'createdAt'>;

/** Two entries of one name that seem to be one person: nothing about them tells them apart. */
export const duplicates: Concern = {
  kind: 'duplicates',
  tone: 'attention',
  icon: 'users',
  place: ({ event }) => `${paths.guests(event)}?sort=name`,
  count: async (looking) => (await pairs(looking)).length,
  rows: async (looking, { limit, keys }) =>
    (await pairs(looking))
      .map((pair) => rowOf(looking.access, pair))
      .filter(({ key }) => !keys || keys.includes(key))
      .slice(0, limit),
};

/** Names are counted in the index they are sorted by; only people of a name that occurs twice are read. */
const pairs = once(async ({ access: { event } }): Promise<[Alike, Alike][]> => {
  // While guests come in the dashboard asks all the time, and nobody tidies the list.
  if (event.state === 'live') return [];
  const listed = { event: event._id, standing: { $in: standingsOnList } };
  const groups = await Guests.aggregate<{ _id: string }>([
    { $match: listed },
    { $project: { _id: 0, sortKey: 1 } },
    { $group: { _id: '$sortKey', count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
    { $sort: { _id: 1 } },
    { $limit: MOST },
  ]).hint({ event: 1, standing: 1, sortKey: 1, _id: 1 });
  if (groups.length === 0) return [];
  const people = await Guests.find({ ...listed, sortKey: { $in: groups.map(({ _id }) => _id) } }, fields)
    .sort({ order: 1, _id: 1 })
    .lean<Alike[]>();
  return groups.flatMap(({ _id }) => pairOf(people.filter(({ sortKey }) => sortKey === _id)));
});

function pairOf(people: readonly Alike[]): [Alike, Alike][] {
  for (const [place, one] of people.entries()) {
    const other = people.slice(place + 1).find((each) => maybeSame(one, each));
    if (other) return [[one, other]];
  }
  return [];
}

/** Many share a name; two addresses, two telephones or two organisations are two people. */
function maybeSame(a: Alike, b: Alike): boolean {
  const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  if (a.email !== '' && a.email === b.email) return true;
  if (differ(a.email, b.email) || differ(digits(a.phone), digits(b.phone))) return false;
  return !differ(String(a.organisation ?? ''), String(b.organisation ?? ''));
}

function digits(phone: string): string {
  return phone.replaceAll(/\D+/g, '').replace(/^(?:84|0)(?=\d{8,})/, '');
}

function rowOf(access: Access, [one, other]: [Alike, Alike]): ConcernRow {
  const { event } = access;
  const name = displayName(one.name, event.defaultLocale);
  const newer = one.createdAt > other.createdAt ? one : other;
  return {
    key: [String(one._id), String(other._id)].toSorted().join(':'),
    mark: [one.email, other.email, one.phone, other.phone].join(),
    who: person(access, one),
    say: one.email !== '' && one.email === other.email ? 'attention.say.twice-email' : 'attention.say.twice',
    params: {},
    since: newer.createdAt,
    act: { label: 'attention.act.compare', href: `${paths.guests(event)}?q=${encodeURIComponent(name)}` },
  };
}
