import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'mongoose';
import { z } from 'zod';
import { type Conference, Events } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { guestRecord } from './guest-record.ts';
import { tellGuests } from './tell-guests.ts';

const CHUNK = 500;
const TRIES = 5;
const Change = z.object({ event: z.string() });
type Ranked = Pick<Conference, '_id' | 'categories' | 'ladder'>;

/** Carries out a new order of an event's categories: its guests move with their category. A repeat moves nobody. */
export async function orderAnew(effects: readonly Effect[]): Promise<void> {
  for (const id of new Set(effects.map(({ data }) => Change.parse(data).event))) {
    const event = await Events.findById(id, { categories: 1, ladder: 1 }).lean<Ranked>();
    if (event) await orderGuests(event);
  }
}

/**
 * For guests just written with the categories of `written`: should these have been saved anew meanwhile, the guests are
 * ordered by the new ones, however the two crossed.
 */
export async function orderAsNow(written: Ranked, ids: readonly Types.ObjectId[]): Promise<void> {
  let used = written;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { _id } = written;
    const event = await Events.findById(_id, { categories: 1, ladder: 1 }).lean<Ranked>();
    if (!event || isDeepStrictEqual(rankingOf(event), rankingOf(used))) return;
    await orderGuests(event, { _id: { $in: [...ids] } });
    used = event;
  }
}

function rankingOf({ categories, ladder }: Ranked) {
  return [categories.map(({ id, order }) => [id, order]), ladder];
}

async function orderGuests(event: Ranked, which: object = {}): Promise<void> {
  const guests = await Guests.find({ event: event._id, ...which }, { effects: 0, answers: 0 }).lean<
    Guest[]
  >();
  const moved = guests.flatMap((guest) => movedTo(guest, guestRecord(guest, event).order));
  for (let from = 0; from < moved.length; from += CHUNK) {
    await Guests.collection.bulkWrite(moved.slice(from, from + CHUNK), { ordered: false });
  }
  if (moved.length > 0) tellGuests(event);
}

// Whoever edits the guest meanwhile looks at the categories after writing (`orderAsNow`), so their revision wins.
function movedTo({ _id, rev, order: before }: Guest, order: string) {
  return order === before ? [] : [{ updateOne: { filter: { _id, rev }, update: { $set: { order } } } }];
}
