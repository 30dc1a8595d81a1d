import { createHash } from 'node:crypto';
import type { Receipt } from '../../../contract/attendance/receipt.ts';
import type { CheckIn, Passage } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { addPassage } from './add-passage.ts';
import { wholeEvent } from './check-in-list.ts';
import { guestFields } from './find-guest.ts';
import { doorOf } from './passage-of.ts';
import { tellArrival, tellUndone } from './tell-attendance.ts';
import type { Happening, Uploaded } from './upload-input.ts';

/** How far a device's clock may be ahead of ours before ours is believed. */
const AHEAD_MS = 2_000;

/**
 * Takes what a device did while it was on its own. Nothing is refused and nothing is judged anew: it has happened. Each
 * thing gets its receipt, whatever becomes of the others; sent again it changes nothing.
 */
export async function uploadScans(access: Access, uploaded: readonly Uploaded[]): Promise<Receipt[]> {
  const guests = await guestsMeant(
    access,
    uploaded.flatMap(({ happening }) => (happening ? [happening.guest] : [])),
  );
  const turns = new Map<string, Promise<unknown>>();
  return Promise.all(
    uploaded.map(async ({ raw, happening }) => {
      const guest = happening && guests.get(happening.guest);
      if (!guest) return keepStray(access, raw);
      // What was done with one guest goes one after the other, so that a batch does not race against itself.
      const before = turns.get(happening.guest);
      const own = (before ?? Promise.resolve()).then(() => record(access, guest, happening));
      turns.set(happening.guest, own);
      return own;
    }),
  );
}

async function record(access: Access, guest: Guest, happening: Happening): Promise<Receipt> {
  const passage = passageOf(access, happening);
  const spot = { event: access.event._id, list: wholeEvent(access.event), guest: guest._id };
  try {
    const added = await addPassage(spot, (standing) =>
      standing?.passages.some(({ id }) => id === passage.id) ? null : { passage },
    );
    if (added?.added) tell(access, guest, { passage, checkIn: added.checkIn });
    const isDouble = added?.checkIn.doubles.some(({ id }) => id === passage.id);
    return { id: passage.id, result: isDouble ? 'conflict' : 'recorded', repeated: !added?.added };
  } catch (error) {
    if (error instanceof Refused) return keepStray(access, happening);
    throw error;
  }
}

function tell(
  access: Access,
  guest: Guest,
  { passage, checkIn }: { passage: Passage; checkIn: CheckIn },
): void {
  if (checkIn.admission?.scanId === passage.id) tellArrival(access.event, guest, passage);
  else if (!checkIn.admission) tellUndone(access.event, String(guest._id));
}

function passageOf({ actor }: Access, happening: Happening): Passage {
  const { id, kind, at, deviceAt, seq, method } = happening;
  return {
    id,
    kind,
    ...(kind === 'undo' ? { target: happening.target } : {}),
    at: new Date(Math.min(at, now().getTime() + AHEAD_MS)),
    deviceAt: deviceAt === null ? null : new Date(deviceAt),
    door: doorOf(actor),
    seq,
    by: actor.name,
    method,
    substitute: kind === 'entry' ? happening.substitute : '',
    ...(kind === 'entry' && happening.override ? { override: happening.override } : {}),
  };
}

async function guestsMeant({ event }: Access, ids: readonly string[]): Promise<Map<string, Guest>> {
  const guests = await Guests.find({ event: event._id, _id: { $in: ids } }, guestFields).lean<Guest[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}

async function keepStray({ event, actor }: Access, raw: unknown): Promise<Receipt> {
  const content = JSON.stringify(raw).slice(0, 4000);
  const _id = `${String(event._id)}:${createHash('sha256').update(content).digest('hex')}`;
  const stray = { event: event._id, door: doorOf(actor), receivedAt: now(), content };
  const { upsertedCount } = await StrayScans.updateOne({ _id }, { $setOnInsert: stray }, { upsert: true });
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : '';
  return { id, result: 'stray', repeated: upsertedCount === 0 };
}
