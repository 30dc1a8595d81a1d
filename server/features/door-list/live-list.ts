import type { DoorGuest, DoorPassages, SyncAnswer } from '../../../contract/door/sync.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { walkById } from '../../platform/database/walk.ts';
import { guestRow, rowFields } from './guest-row.ts';
import { passagesRow } from './passages-row.ts';
import { type Rows, rows } from './rows.ts';

type Event = Pick<Conference, '_id' | 'shortId' | 'defaultLocale'>;

/** What devices are told of one event, held in memory and brought up to date from the database. */
export interface LiveList {
  guests: Rows<DoorGuest>;
  passages: Rows<DoorPassages>;
  /** The moment of the database that it shows, in milliseconds. */
  asOf: number;
}

/** A write may become visible this much after the time it carries. */
export const OVERLAP_MS = 10_000;
const GROUP = 2_000;

/** Everything there is. */
export async function readList(event: Event): Promise<LiveList> {
  const list: LiveList = {
    guests: rows(({ id }) => id),
    passages: rows<DoorPassages>(passagesKey),
    asOf: 0,
  };
  const asOf = now().getTime();
  await addChanges(list, event, new Date(0));
  list.asOf = asOf;
  return list;
}

/** What changed since it was last brought up to date, and a little before. */
export async function refreshList(list: LiveList, event: Event): Promise<void> {
  const asOf = now().getTime();
  await addChanges(list, event, new Date(list.asOf - OVERLAP_MS));
  list.asOf = asOf;
}

/** How many guests there are; fewer than are held means that some were taken off the list for good. */
export async function hasLostGuests(list: LiveList, { _id }: Event): Promise<boolean> {
  return (await Guests.countDocuments({ event: _id })) < list.guests.sum().count;
}

export function passagesKey({ list, guest }: Pick<DoorPassages, 'list' | 'guest'>): string {
  return `${list}:${guest}`;
}

/** What a device has not heard of that last heard of us at this moment. */
export function changesSince(list: LiveList, moment: number): Pick<SyncAnswer, 'guests' | 'passages'> {
  const from = moment - OVERLAP_MS;
  return { guests: list.guests.since(from), passages: list.passages.since(from) };
}

async function addChanges(list: LiveList, event: Event, since: Date): Promise<void> {
  const guests = walkById<Guest>(GROUP, ({ size, beyond }) =>
    Guests.find({ $and: [{ event: event._id, updatedAt: { $gte: since } }, ...beyond] }, rowFields)
      .sort({ _id: 1 })
      .limit(size)
      .lean<Guest[]>(),
  );
  for await (const group of guests)
    for (const guest of group) list.guests.put(guestRow(guest, event), guest.updatedAt.getTime());
  const checkIns = walkById<CheckIn>(GROUP, ({ size, beyond }) =>
    CheckIns.find({ $and: [{ event: event._id, changedAt: { $gte: since } }, ...beyond] })
      .select({ guest: 1, list: 1, passages: 1, changedAt: 1 })
      .sort({ _id: 1 })
      .limit(size)
      .lean<CheckIn[]>(),
  );
  for await (const group of checkIns)
    for (const checkIn of group) list.passages.put(passagesRow(checkIn), checkIn.changedAt.getTime());
}
