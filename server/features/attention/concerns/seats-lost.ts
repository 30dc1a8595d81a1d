import type { Types } from 'mongoose';
import { type Guest, Guests } from '../../../../models/guest.ts';
import { paths } from '../../../paths.ts';
import type { Access } from '../../access/access.ts';
import { layOut, seatsOf } from '../../seating/lay-out.ts';
import { loadSeating } from '../../seating/load-seating.ts';
import { personOf } from '../../seating/occupant.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { once } from '../once.ts';
import { person, personFields, type Shown } from '../person.ts';

type Trouble = 'gone' | 'blocked' | 'not-coming' | 'replaced';
interface Lost {
  who: string;
  seat: string;
  trouble: Trouble;
}

/** Seats that are no longer there, and seats kept for somebody who does not come. */
export const seatsLost: Concern = {
  kind: 'seats-lost',
  tone: 'waiting',
  icon: 'armchair',
  place: ({ event }) => paths.seating(event),
  count: async (looking) => (await lostSeats(looking)).length,
  rows: async (looking, { limit, keys }) => {
    const { access } = looking;
    const lost = (await lostSeats(looking)).filter(({ who }) => !keys || keys.includes(who)).slice(0, limit);
    const ids = lost.map(({ who }) => personOf(who).guest);
    const guests = await Guests.find(
      { event: access.event._id, _id: { $in: ids } },
      { ...personFields, 'answer.at': 1 },
    ).lean<(Shown & Pick<Guest, 'answer'>)[]>();
    const byId = new Map(guests.map((guest) => [String(guest._id), guest]));
    return lost.flatMap((each): ConcernRow[] => {
      const guest = byId.get(personOf(each.who).guest);
      return guest ? [rowOf(access, each, guest)] : [];
    });
  },
};

/** By the plan itself and by the few who do not come: the list of guests is not read. */
const lostSeats = once(async ({ access: { event } }): Promise<Lost[]> => {
  const seating = await loadSeating(event);
  const taken = Object.entries(seating.seats);
  if (taken.length === 0) return [];
  const drawn = new Map(seatsOf(layOut(seating.areas)).map((seat) => [seat.key, seat]));
  const [absent, replaced] = await Promise.all([
    idsOf({ event: event._id, standing: { $in: ['declined', 'cancelled'] } }),
    idsOf({ event: event._id, 'replacedBy.guest': { $type: 'objectId' } }),
  ]);
  return taken.flatMap(([seat, who]): Lost[] => {
    const { guest } = personOf(who);
    const at = drawn.get(seat);
    if (replaced.has(guest)) return [{ who, seat, trouble: 'replaced' }];
    if (absent.has(guest)) return [{ who, seat, trouble: 'not-coming' }];
    if (!at) return [{ who, seat, trouble: 'gone' }];
    return at.blocked ? [{ who, seat, trouble: 'blocked' }] : [];
  });
});

async function idsOf(filter: object): Promise<Set<string>> {
  const found = await Guests.find(filter, { _id: 1 }).lean<{ _id: Types.ObjectId }[]>();
  return new Set(found.map(({ _id }) => String(_id)));
}

function rowOf(
  access: Access,
  { who, seat, trouble }: Lost,
  guest: Shown & Pick<Guest, 'answer'>,
): ConcernRow {
  return {
    key: who,
    mark: `${seat}:${trouble}`,
    who: person(access, guest),
    say: `attention.say.seat-${trouble}`,
    params: {},
    since: trouble === 'not-coming' ? (guest.answer?.at ?? null) : null,
    act: {
      label: 'attention.act.seat',
      href: `${paths.seating(access.event)}?who=${encodeURIComponent(who)}`,
    },
  };
}
