import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';

/** What is on record already, as it was sent or as the office took it from the device's file: with its receipt. */
export async function knownHappenings(
  { event }: Access,
  happenings: readonly unknown[],
): Promise<Map<unknown, Receipt>> {
  const ids = happenings.map((each) => textIn(each, 'id'));
  const newcomers = happenings.filter(isWalkIn).map((each) => textIn(each, 'guest'));
  const [checkIns, guests] = await Promise.all([
    CheckIns.find({ event: event._id, 'passages.id': { $in: ids } }, { 'passages.id': 1 }).lean<CheckIn[]>(),
    Guests.find({ event: event._id, _id: { $in: newcomers.filter(isObjectId) } }, { _id: 1 }).lean<
      Pick<Guest, '_id'>[]
    >(),
  ]);
  const passages = new Set(checkIns.flatMap((checkIn) => checkIn.passages.map(({ id }) => id)));
  const written = new Set(guests.map(({ _id }) => String(_id)));
  const known = happenings.filter((each) =>
    isWalkIn(each) ? written.has(textIn(each, 'guest')) : passages.has(textIn(each, 'id')),
  );
  return new Map(known.map((each) => [each, { id: textIn(each, 'id'), result: 'recorded', repeated: true }]));
}

function isWalkIn(happening: unknown): boolean {
  return textIn(happening, 'kind') === 'walk-in';
}

function isObjectId(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}

function textIn(happening: unknown, field: string): string {
  if (typeof happening !== 'object' || happening === null) return '';
  const value: unknown = Object.entries(happening).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : '';
}
