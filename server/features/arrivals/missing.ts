import { type Guest, Guests } from '../../../models/guest.ts';
import { Radars } from '../../../models/radar.ts';
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
    Guests.countDocuments(wanted),
  ]);
  const ids = new Set(named.map(({ _id }) => String(_id)));
  const rest = others.filter(({ _id }) => !ids.has(String(_id)));
  const guests = [
    ...named.map((guest) => ({ ...guest, isWatched: true })),
    ...rest.map((guest) => ({ ...guest, isWatched: false })),
  ];
  return { guests: guests.slice(0, SHOWN), count };
}
