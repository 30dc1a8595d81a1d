import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { Localised } from '../../../contract/localised.ts';
import type { PersonName } from '../../../contract/person.ts';
import { type Scan, Scans } from '../../../models/scan.ts';
import type { Access } from '../access/access.ts';
import type { Arrived } from './arrival-log.ts';
import type { Gates } from './gate-of.ts';
import type { WatchedGuest } from './radar.ts';
import { refusedInARow } from './refused-in-a-row.ts';
import { contradictions } from '../attendance/contradictions.ts';

const SILENT_MS = 2 * 60_000;
const JUST_NOW_MS = 10 * 60_000;
const SOON_MS = 15 * 60_000;
const LOOKED_AT = 60;

export type Alert =
  | { kind: 'doubles'; count: number }
  | { kind: 'silent'; door: string; unsynced: number; since: Date }
  | { kind: 'refused'; door: string; count: number }
  | { kind: 'closing'; list: Localised; at: number }
  | { kind: 'came'; name: PersonName; guest: string; at: Date };

export interface Situation {
  gates: Gates;
  log: readonly Arrived[];
  lists: readonly CheckInList[];
  watched: readonly WatchedGuest[];
  now: number;
}

/** What somebody in the office should know in this minute, the most pressing first. */
export async function alerts(access: Access, situation: Situation): Promise<Alert[]> {
  const { now, gates, lists, watched, log } = situation;
  const [count, refusals] = await Promise.all([contradictions(access), refusalsOf(access, now)]);
  return [
    ...(count > 0 ? [{ kind: 'doubles' as const, count }] : []),
    ...silentDevices(gates, now),
    ...refusedInARow(refusals, lastEntries(log), now).map((each) => ({ kind: 'refused' as const, ...each })),
    ...closingLists(lists, now),
    ...arrivedNow(watched, now),
  ];
}

function silentDevices({ devices }: Gates, now: number): Alert[] {
  return devices.flatMap(({ name, revokedAt, contact }) =>
    revokedAt === null && contact && contact.unsynced > 0 && now - contact.at.getTime() > SILENT_MS
      ? [{ kind: 'silent' as const, door: name, unsynced: contact.unsynced, since: contact.at }]
      : [],
  );
}

function closingLists(lists: readonly CheckInList[], now: number): Alert[] {
  return lists.flatMap(({ name, closesAt }) =>
    closesAt !== null && closesAt > now && closesAt - now < SOON_MS
      ? [{ kind: 'closing' as const, list: name, at: closesAt }]
      : [],
  );
}

function arrivedNow(watched: readonly WatchedGuest[], now: number): Alert[] {
  return watched.flatMap(({ guest: { _id, name, arrivedAt } }) =>
    arrivedAt && now - arrivedAt.getTime() < JUST_NOW_MS
      ? [{ kind: 'came' as const, name, guest: String(_id), at: arrivedAt }]
      : [],
  );
}

function lastEntries(log: readonly Arrived[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { door, at } of log) last.set(door, Math.max(last.get(door) ?? 0, at));
  return last;
}

async function refusalsOf({ event }: Access, now: number): Promise<Scan[]> {
  return Scans.find({ event: event._id, at: { $gt: new Date(now - 2 * JUST_NOW_MS) } }, { door: 1, at: 1 })
    .sort({ at: -1 })
    .limit(LOOKED_AT)
    .lean<Scan[]>();
}
