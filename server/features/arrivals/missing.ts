import { type Guest, Guests } from '../../../models/guest.ts';
import { Radars } from '../../../models/radar.ts';
import { countReplaced } from '../events/stand-ins.ts';
import type { Access } from '../access/access.ts';
import { guestFields } from '../attendance/find-guest.ts';

const SHOWN = 30;

export interface Missing {
  /** Those whose arrival is watched stand first. */
  guests: (Guest & { isWatched: boolean })[];
  count: number;
}

/** Those who said they would come, themselves or by a substitute, and are not here yet: in protocol order. */
export async function missing({ event }: Access): Promise<Missing> {
  const wanted = {
    event: event._id,
    arrivedAt: null,
    standing: { $in: ['attending', 'substitute'] },
    replacedBy: null,
  } as const;
  const watched = await Radars.distinct('guest', { event: event._id, stoppedAt: null });
  const [named, others, count] = await Promise.all([
    Guests.find({ ...wanted, _id: { $in: watched } }, guestFields)
      .sort({ order: 1, _id: 1 })
      .limit(SHOWN)
      .lean<Guest[]>(),
    Guests.find(wanted, guestFields).sort({ order: 1, _id: 1 }).limit(SHOWN).lean<Guest[]>(),
    countMissing(event),
  ]);
  const ids = new Set(named.map(({ _id }) => String(_id)));
  const rest = others.filter(({ _id }) => !ids.has(String(_id)));
  const guests = [
    ...named.map((guest) => ({ ...guest, isWatched: true })),
    ...rest.map((guest) => ({ ...guest, isWatched: false })),
  ];
  return { guests: guests.slice(0, SHOWN), count };
}

/** Those who come, less those who are in: both counted in the index alone, as "nobody has arrived" cannot be. */
export async function countMissing(event: Access['event']): Promise<number> {
  const coming = { event: event._id, standing: { $in: ['attending', 'substitute'] } } as const;
  const [expected, inside, replaced] = await Promise.all([
    Guests.countDocuments(coming),
    Guests.countDocuments({ ...coming, arrivedAt: { $gt: new Date(0) } }),
    countReplaced(event),
  ]);
  return Math.max(0, expected - inside - replaced);
}
