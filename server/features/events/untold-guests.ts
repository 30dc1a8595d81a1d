import type { QueryFilter } from 'mongoose';
import type { GuestStanding } from '../../../contract/states.ts';
import type { Conference } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type Told, Waves } from '../../../models/wave.ts';
import { toldOf } from './event-calendar.ts';

/** What guests were told before and what is true now. */
export interface Untold {
  before: Told;
  now: Told | null;
  isMoved: boolean;
  isElsewhere: boolean;
  /** How many have something else in their calendars. */
  count: number;
}

type Dated = Parameters<typeof toldOf>[0] & Pick<Conference, '_id'>;

const awaited = [
  'no-answer',
  'attending',
  'tentative',
  'substitute',
] as const satisfies readonly GuestStanding[];

/** Null while everybody who was invited and still may come knows the time and place that hold. */
export async function untoldGuests(event: Dated): Promise<Untold | null> {
  const now = toldOf(event);
  if (!(await wasToldOtherwise(event, now))) return null;
  const filter = { event: event._id, ...untold(now) };
  const first = await Guests.findOne(filter, { 'invitation.told': 1 }).lean<Pick<Guest, 'invitation'>>();
  const before = first?.invitation?.told;
  if (!before) return null;
  return {
    before,
    now,
    isMoved: before.time !== now?.time,
    isElsewhere: before.place !== now?.place,
    count: await Guests.countDocuments(filter),
  };
}

/** Whose calendar says something else than the event does. */
export function untold(now: Told | null): QueryFilter<Guest> & Record<string, unknown> {
  const known = { standing: { $in: awaited }, 'invitation.told.time': { $gt: '' } };
  if (!now) return known;
  const differs = [
    { 'invitation.told.time': { $ne: now.time } },
    { 'invitation.told.place': { $ne: now.place } },
  ];
  return { ...known, $or: differs };
}

/** Guests are told by waves only; of those there are few, and mostly none that said anything else. */
async function wasToldOtherwise({ _id }: Dated, now: Told | null): Promise<boolean> {
  const waves = await Waves.find({ event: _id, told: { $ne: null } }, { told: 1 }).lean();
  return waves.some(({ told }) => told && (told.time !== now?.time || told.place !== now.place));
}
