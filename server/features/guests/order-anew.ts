import { z } from 'zod';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { guestRecord } from './guest-record.ts';
import { tellGuests } from './tell-guests.ts';

const CHUNK = 500;
const Change = z.object({ event: z.string() });
type Ranked = Pick<Conference, '_id' | 'categories' | 'ladder'>;

/** Carries out a new order of an event's categories: its guests move with their category. A repeat moves nobody. */
export async function orderAnew(effects: readonly Effect[]): Promise<void> {
  for (const id of new Set(effects.map(({ data }) => Change.parse(data).event))) {
    const event = await Events.findById(id, { categories: 1, ladder: 1 }).lean<Ranked>();
    if (event) await orderGuests(event);
  }
}

async function orderGuests(event: Ranked): Promise<void> {
  const guests = await Guests.find({ event: event._id }, { effects: 0, answers: 0 }).lean<Guest[]>();
  const moved = guests.flatMap((guest) => movedTo(guest, guestRecord(guest, event).order));
  for (let from = 0; from < moved.length; from += CHUNK) {
    await Guests.collection.bulkWrite(moved.slice(from, from + CHUNK), { ordered: false });
  }
  if (moved.length > 0) tellGuests(event);
}

// Whoever edits the guest meanwhile ranks them by the new categories already, so their revision wins.
function movedTo({ _id, rev, order: before }: Guest, order: string) {
  return order === before ? [] : [{ updateOne: { filter: { _id, rev }, update: { $set: { order } } } }];
}
