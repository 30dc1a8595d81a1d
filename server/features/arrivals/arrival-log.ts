import type { Types } from 'mongoose';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { eventList } from '../door-plan/door-plan.ts';
import { standingEntry } from '../attendance/standing-entry.ts';

/** Somebody who is in: when, and at which door. */
export interface Arrived {
  at: number;
  /** Id of the device; '' for the office. */
  door: string;
  doorName: string;
}

interface Log {
  byGuest: Map<string, Arrived>;
  /** How far the writes of others are known, by the server's clock. */
  upTo: number;
  begun: number;
  turn: Promise<unknown>;
}

/** A write may become visible a little after its moment. */
const OVERLAP_MS = 5_000;
/** What was changed without a passage (an import, a repair) is noticed after this time at the latest. */
const FORGET_MS = 120_000;
const fields = { guest: 1, admission: 1, changedAt: 1, 'passages.id': 1, 'passages.door': 1 } as const;

const logs = new Map<string, Log>();

/**
 * Everybody who is in, with time and door. Kept in memory and brought up to date by what changed since, so that a board
 * of ten thousand guests costs as much as one of ten.
 */
export async function arrivalLog(event: { _id: Types.ObjectId }): Promise<readonly Arrived[]> {
  const key = String(event._id);
  const known = logs.get(key);
  const log = known && Date.now() - known.begun < FORGET_MS ? known : open(key);
  const reading = log.turn.then(() => bringUpToDate(event, log));
  log.turn = reading.catch(() => undefined);
  await reading;
  return [...log.byGuest.values()];
}

function open(key: string): Log {
  const log: Log = { byGuest: new Map(), upTo: 0, begun: Date.now(), turn: Promise.resolve() };
  logs.set(key, log);
  setTimeout(() => {
    if (logs.get(key) === log) logs.delete(key);
  }, FORGET_MS).unref();
  return log;
}

async function bringUpToDate(event: { _id: Types.ObjectId }, log: Log): Promise<void> {
  const list = eventList(event);
  const changed =
    log.upTo === 0
      ? { 'admission.at': { $gt: new Date(0) } }
      : { changedAt: { $gte: new Date(log.upTo - OVERLAP_MS) } };
  const checkIns = await CheckIns.find({ event: event._id, list, ...changed }, fields).lean<CheckIn[]>();
  for (const checkIn of checkIns) {
    const entry = standingEntry(checkIn);
    const guest = String(checkIn.guest);
    if (checkIn.admission && entry)
      log.byGuest.set(guest, {
        at: checkIn.admission.at.getTime(),
        door: entry.door.id,
        doorName: entry.door.name,
      });
    else log.byGuest.delete(guest);
    log.upTo = Math.max(log.upTo, checkIn.changedAt.getTime());
  }
}
