import type { QueryFilter } from 'mongoose';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { type Wave, Waves } from '../../../models/wave.ts';
import { now } from '../../platform/clock.ts';
import { holdWave } from '../mail/hold-wave.ts';
import { dueOf } from './due-of.ts';
import { takeBack } from './take-back.ts';
import { tellWaves } from './tell-waves.ts';

/** What waves need besides being written: their moment follows the date, their mails what was decided about them. */
export async function tendWaves(): Promise<void> {
  await followDates();
  await holdPaused();
  await finishDelivered();
  await takeBackCancelled();
}

/** Of all events together there are a handful of these. */
async function followDates(): Promise<void> {
  const waves = await Waves.find({ state: 'scheduled', 'moment.how': { $in: ['before', 'after'] } }).lean<
    Wave[]
  >();
  const events = await eventsOf(waves);
  for (const { _id, event, moment, due } of waves) {
    const dated = events.get(String(event));
    const next = dated ? dueOf(moment, dated, now()) : null;
    if (next?.getTime() === due?.getTime()) continue;
    await Waves.updateOne({ _id, state: 'scheduled' }, { $set: { due: next } });
    tellWaves({ _id: event });
  }
}

/** A letter that was written just before the pause may reach the outbox just after it. */
async function holdPaused(): Promise<void> {
  const paused = await Waves.find({ state: 'paused', pausedFrom: 'sending' }, { _id: 1 }).lean();
  for (const { _id } of paused) await holdWave(_id);
}

/** A wave is done when the last of its mails has come to rest. */
async function finishDelivered(): Promise<void> {
  const written = await Waves.find({ state: 'sending', writtenAt: { $gt: new Date(0) } }).lean<Wave[]>();
  for (const wave of written) {
    if (await isOnItsWay(wave)) continue;
    await Waves.updateOne({ _id: wave._id, state: 'sending' }, { $set: { state: 'done', doneAt: now() } });
    tellWaves({ _id: wave.event });
  }
}

async function isOnItsWay({ _id }: Wave): Promise<boolean> {
  if (await hasPendingMail(_id)) return true;
  // What may have arrived and is not tried again by itself waits for a person, not for the wave.
  const moving: QueryFilter<OutboxMail>[] = [
    { state: { $in: ['queued', 'retry', 'sending'] } },
    { state: 'unknown', due: { $gt: new Date(0) } },
  ];
  return (await OutboxMails.exists({ wave: _id, $or: moving })) !== null;
}

/** Letters that were written into their guests and have not reached the outbox. */
async function hasPendingMail(wave: Wave['_id']): Promise<boolean> {
  const pending: QueryFilter<Guest> & Record<string, unknown> = {
    'effects.id': { $gt: 'mail:', $lt: 'mail;' },
    waves: wave,
  };
  const found = await Guests.findOne(pending, { _id: 1 }).hint({ 'effects.id': 1 }).lean();
  return found !== null;
}

async function takeBackCancelled(): Promise<void> {
  const cancelled = await Waves.find({ state: 'cancelled', takenBackAt: null }).lean<Wave[]>();
  for (const wave of cancelled) {
    // In this order: what comes to rest while the others are put back is for the next round.
    const isMoving = await isOnItsWay(wave);
    const left = await takeBack(wave);
    if (isMoving || left > 0) continue;
    await Waves.updateOne({ _id: wave._id }, { $set: { takenBackAt: now() } });
    tellWaves({ _id: wave.event });
  }
}

async function eventsOf(waves: readonly Wave[]): Promise<Map<string, Conference>> {
  const ids = [...new Set(waves.map(({ event }) => String(event)))];
  const events = await Events.find({ _id: { $in: ids } }).lean<Conference[]>();
  return new Map(events.map((event) => [String(event._id), event]));
}
