import type { Receipt } from '../../../contract/attendance/receipt.ts';
import type { DoorPlan } from '../../../contract/door/plan.ts';
import type { CheckIn, Passage } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { AppError, Refused } from '../../platform/errors.ts';
import { tell } from '../../platform/live/tell.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { doorPlan, eventList, listOf } from '../door-plan/door-plan.ts';
import { addPassage } from './add-passage.ts';
import { guestFields } from './find-guest.ts';
import { keepStray } from './keep-stray.ts';
import { doorOf } from './passage-of.ts';
import { tellArrival, tellCount, tellUndone } from './tell-attendance.ts';
import type { Happening, Passed, Uploaded } from './upload-input.ts';
import { addWalkIn } from './walk-in.ts';

/** How far a device's clock may be ahead of ours before ours is believed. */
const AHEAD_MS = 2_000;

/** What is believed of what a device tells; the rest is kept for somebody to look at. */
export interface Trust {
  /** Nothing happened before this moment, in milliseconds. */
  earliest: number;
  believes: (happening: Happening) => boolean;
}

const whole: Trust = { earliest: 0, believes: () => true };

/** What is known before the first of them is written. */
interface Batch {
  access: Access;
  trust: Trust;
  plan: DoorPlan;
  guests: ReadonlyMap<string, Guest>;
  /** Who was written down with it, and not before. */
  newcomers: ReadonlySet<string>;
}

/**
 * Takes what a device did while it was on its own. Nothing is refused and nothing is judged anew: it has happened. Each
 * thing gets its receipt, whatever becomes of the others; sent again it changes nothing.
 */
export async function uploadScans(
  access: Access,
  uploaded: readonly Uploaded[],
  trust: Trust = whole,
): Promise<Receipt[]> {
  const newcomers = await addWalkIns(access, uploaded, trust);
  const [plan, guests] = await Promise.all([doorPlan(access.event), guestsMeant(access, uploaded)]);
  const batch = { access, plan, guests, trust, newcomers };
  const turns = new Map<string, Promise<unknown>>();
  const receipts = await Promise.all(
    uploaded.map(({ raw, happening }) => {
      if (!happening || !trust.believes(happening)) return keepStray(access, raw, trust.earliest);
      // What was done with one guest goes one after the other, so that a batch does not race against itself.
      const before = turns.get(happening.guest) ?? Promise.resolve();
      const own = before.then(() => record(batch, happening));
      turns.set(happening.guest, own);
      return own;
    }),
  );
  if (receipts.some(isForPeople)) tell(rooms.desk(access.event), 'page:stale', 'doubles');
  return receipts;
}

/** Somebody has to look at it. */
function isForPeople({ result, repeated }: Receipt): boolean {
  return !repeated && result !== 'recorded';
}

/** Before anything else, because what was done with them comes in the same batch. Those who are new. */
async function addWalkIns(access: Access, uploaded: readonly Uploaded[], trust: Trust): Promise<Set<string>> {
  const added = new Set<string>();
  for (const { happening } of uploaded) {
    if (happening?.kind !== 'walk-in' || !trust.believes(happening)) continue;
    const { guest: id, name, position, unit, phone, category, photo, note } = happening;
    const walkIn = { id, name, position, unit, phone, category, photo, note };
    if (await addWalkIn(access, walkIn).catch(refusedOnly)) added.add(id);
  }
  return added;
}

/** One that cannot be written holds up no other: without a guest it is kept as it came. */
function refusedOnly(error: unknown): false {
  if (error instanceof AppError) return false;
  throw error;
}

async function record(batch: Batch, happening: Happening): Promise<Receipt> {
  const { access, plan, guests, trust, newcomers } = batch;
  const guest = guests.get(happening.guest);
  if (!guest) return keepStray(access, happening, trust.earliest);
  if (happening.kind === 'walk-in')
    return { id: happening.id, result: 'recorded', repeated: !newcomers.has(happening.guest) };
  const list = listOf(plan, happening.list || eventList(access.event));
  if (!list) return keepStray(access, happening, trust.earliest);
  const passage = passageOf(access, happening, trust);
  try {
    const added = await addPassage({ event: access.event._id, list, guest: guest._id }, (standing) =>
      standing?.passages.some(({ id }) => id === passage.id) ? null : { passage },
    );
    if (added?.added && list.kind === 'event') tellOf(access, guest, { passage, checkIn: added.checkIn });
    const isDouble = added?.checkIn.doubles.some(({ id }) => id === passage.id);
    return { id: passage.id, result: isDouble ? 'conflict' : 'recorded', repeated: !added?.added };
  } catch (error) {
    if (error instanceof Refused) return keepStray(access, happening, trust.earliest);
    throw error;
  }
}

function tellOf(
  access: Access,
  guest: Guest,
  { passage, checkIn }: { passage: Passage; checkIn: CheckIn },
): void {
  if (checkIn.admission?.scanId === passage.id) tellArrival(access.event, guest, passage);
  else if (!checkIn.admission) tellUndone(access.event, String(guest._id));
  else if (passage.kind !== 'entry') tellCount(access.event);
}

function passageOf({ actor }: Access, happening: Passed, { earliest }: Trust): Passage {
  const { id, kind, at, deviceAt, seq, method, offline, uncertain } = happening;
  return {
    id,
    kind,
    ...(kind === 'undo' ? { target: happening.target } : {}),
    ...(kind === 'companion' ? { place: happening.place } : {}),
    at: new Date(Math.max(earliest, Math.min(at, now().getTime() + AHEAD_MS))),
    deviceAt: deviceAt === null ? null : new Date(deviceAt),
    door: doorOf(actor),
    seq,
    by: actor.name,
    method,
    substitute: kind === 'entry' ? happening.substitute : '',
    ...(kind === 'entry' && happening.override ? { override: happening.override } : {}),
    ...(offline ? { offline } : {}),
    ...(uncertain ? { uncertain } : {}),
  };
}

async function guestsMeant({ event }: Access, uploaded: readonly Uploaded[]): Promise<Map<string, Guest>> {
  const ids = uploaded.flatMap(({ happening }) => (happening ? [happening.guest] : []));
  const guests = await Guests.find({ event: event._id, _id: { $in: ids } }, guestFields).lean<Guest[]>();
  return new Map(guests.map((guest) => [String(guest._id), guest]));
}
