import { setTimeout as pause } from 'node:timers/promises';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { tellGuests } from '../guests/tell-guests.ts';
import { toldOf } from '../events/event-calendar.ts';
import { recipientsOf } from '../invitations/recipients-of.ts';
import { type ClaimedWave, claimWave, goOn, letGo } from './claim-wave.ts';
import { dueOf } from './due-of.ts';
import { letterWrite, type Sender, type Writing } from './letter-writes.ts';
import { obstacleOf } from './obstacle.ts';
import { addresseesOf } from './recipients.ts';
import type { GuestFilter } from './selection.ts';
import { tellWaves } from './tell-waves.ts';
import { wayObstacle } from './way-obstacle.ts';

/** What is needed of the driver's collection. */
interface BulkTarget {
  bulkWrite(operations: readonly object[], options: object): Promise<{ modifiedCount: number }>;
}

const collection: BulkTarget = Guests.collection;
// Small enough that a page has to wait for one of them and not for seconds of them.
const BATCH = 100;
/** Milliseconds. */
const LONGEST_REST = 500;

/** Writes the letters of every wave that is due, one wave after the other. */
export async function runDueWaves(sender: Sender, stopped = () => false): Promise<void> {
  while (!stopped()) {
    const wave = await claimWave();
    if (!wave) return;
    const event = await Events.findById(wave.event).lean<Conference>();
    if (event) await runWave(wave, { event, sender, stopped });
    else await letGo(wave, { state: 'cancelled', takenBackAt: now() });
  }
}

interface Surroundings {
  event: Conference;
  sender: Sender;
  stopped: () => boolean;
}

async function runWave(wave: ClaimedWave, { event, sender, stopped }: Surroundings): Promise<void> {
  const begun = wave.startedAt ? wave : await begin(wave, { event, sender });
  if (!begun) return tellWaves(event);
  const writing = { event, sender, told: toldOf(event), at: now() };
  let current: ClaimedWave | null = begun;
  while (current && !current.writtenAt && !stopped()) {
    const began = performance.now();
    current = await writeBatch({ ...writing, wave: current }, current);
    tellWaves(event);
    // Whoever works meanwhile gets as much of the database as the wave.
    await pause(Math.min(LONGEST_REST, performance.now() - began));
  }
  // Whoever starts next need not wait for the lease to run out.
  if (current && !current.writtenAt) await goOn(current, {}, now());
  tellGuests(event);
}

/** Looks once more whether it may go out; a date that has moved meanwhile moves the wave with it. */
async function begin(
  wave: ClaimedWave,
  { event, sender }: Pick<Surroundings, 'event' | 'sender'>,
): Promise<ClaimedWave | null> {
  const at = now();
  const due = dueOf(wave.moment, event, at);
  if (!due || due > at) {
    await letGo(wave, { state: 'scheduled', due });
    return null;
  }
  const reason = obstacleOf(wave, event, { due, now: at }) ?? (await blocked(wave, event, sender));
  if (reason) {
    await letGo(wave, { state: 'paused', pausedFrom: 'scheduled', reason, due: null });
    return null;
  }
  return goOn(wave, { startedAt: at, due: null, told: toldOf(event) });
}

/** A wave of next month was planned by what was known then. */
async function blocked(wave: ClaimedWave, event: Conference, { installation }: Sender) {
  if (!installation) return null;
  const count = await Guests.countDocuments(await addresseesOf(event, wave));
  return wayObstacle(wave, count, installation);
}

/** The next guests in protocol order. A walk that writes to nobody is the last one. */
async function writeBatch(writing: Writing, wave: ClaimedWave): Promise<ClaimedWave | null> {
  const guests = await nextGuests(writing.event, wave);
  const last = guests.at(-1);
  if (!last) {
    if (wave.found > 0) return goOn(wave, { cursor: null, found: 0 });
    return letGo(wave, { writtenAt: now() });
  }
  const reachable =
    wave.channel === 'mail' ? guests.filter((guest) => recipientsOf(guest).length > 0) : guests;
  const written = await writeAll(reachable, writing);
  return goOn(wave, { cursor: { order: last.order, id: last._id }, found: wave.found + written });
}

/** Only who was on the list when it began: whoever joins later was in no review. */
async function nextGuests(event: Conference, wave: ClaimedWave): Promise<Guest[]> {
  const due = await addresseesOf(event, wave);
  const unwritten = { waves: { $ne: wave._id }, createdAt: { $lte: wave.startedAt } };
  return Guests.find({ $and: [due, unwritten, ...beyond(wave)] })
    .sort({ order: 1, _id: 1 })
    .limit(BATCH)
    .lean<Guest[]>();
}

function beyond({ cursor }: ClaimedWave): GuestFilter[] {
  if (!cursor) return [];
  const { order, id } = cursor;
  return [{ order: { $gte: order } }, { $or: [{ order: { $gt: order } }, { order, _id: { $gt: id } }] }];
}

async function writeAll(guests: readonly Guest[], writing: Writing): Promise<number> {
  if (guests.length === 0) return 0;
  const operations = guests.map((guest) => ({ updateOne: letterWrite(guest, writing) }));
  // The plain driver: the writes are made by our own code, and casting ten thousand of them costs a third of the time.
  const { modifiedCount } = await collection.bulkWrite(operations, { ordered: false });
  for (const { _id } of guests) settle(Guests, _id);
  return modifiedCount;
}
