import type { Types } from 'mongoose';
import type { NewsName } from '../../../contract/live/index.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { Guests } from '../../../models/guest.ts';
import { shareReading } from '../../platform/live/share-reading.ts';
import { toldIn } from '../../platform/live/stream.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { inOrder, type Ranked } from './introductions.ts';

type EventLike = Pick<Conference, '_id'>;

/** Everybody in the hall now, by the check-ins themselves, in the order of protocol. Of thousands no more than this. */
export async function hall({ event }: Access): Promise<readonly Ranked[]> {
  return hallOf(event);
}

const hallOf = shareReading(readHall, {
  key: ({ _id }: EventLike) => String(_id),
  version: (event) => told(event, ['attendance:arrived', 'attendance:undone', 'page:stale']),
  longest: 2000,
});
// Ranks do not change when somebody comes in.
const ranksOf = shareReading(readRanks, {
  key: ({ _id }: EventLike) => String(_id),
  version: (event) => told(event, ['page:stale']),
  longest: 10_000,
});

const told = (event: EventLike, names: readonly NewsName[]): string => toldIn(rooms.stage(event), names);

async function readHall(event: EventLike): Promise<Ranked[]> {
  const [ranks, present] = await Promise.all([ranksOf(event), presentIn(event)]);
  const unranked = present.filter((id) => !ranks.has(String(id)));
  // Somebody put on the list by another process, or in the very last moment.
  const newcomers = unranked.length > 0 ? await readRanks(event, unranked) : new Map<string, string>();
  return inOrder(
    present.flatMap((_id) => {
      const order = ranks.get(String(_id)) ?? newcomers.get(String(_id));
      return order === undefined ? [] : [{ _id, order }];
    }),
  );
}

// Both come out of an index alone, and as one document: ten thousand small ones cost more than the reading.
async function presentIn({ _id: event }: EventLike): Promise<Types.ObjectId[]> {
  const [row] = await CheckIns.aggregate<{ guests: Types.ObjectId[] }>([
    { $match: { event, list: String(event), 'admission.at': { $gt: new Date(0) } } },
    { $group: { _id: null, guests: { $push: '$guest' } } },
  ]).hint({ event: 1, list: 1, 'admission.at': 1, guest: 1 });
  return row?.guests ?? [];
}

async function readRanks(
  { _id: event }: EventLike,
  only?: readonly Types.ObjectId[],
): Promise<Map<string, string>> {
  const [row] = await Guests.aggregate<{ ids: Types.ObjectId[]; orders: string[] }>([
    { $match: only ? { event, _id: { $in: only } } : { event } },
    { $group: { _id: null, ids: { $push: '$_id' }, orders: { $push: '$order' } } },
  ]).hint(only ? { _id: 1 } : { event: 1, order: 1, _id: 1 });
  return new Map(row?.ids.map((id, place) => [String(id), row.orders[place] ?? '']));
}
