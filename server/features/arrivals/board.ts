import type { Headcount } from '../../../contract/live/attendance.ts';
import type { Quorum, QuorumStanding } from '../../../contract/attendance/quorum.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { Conference } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { shareReading } from '../../platform/live/share-reading.ts';
import { toldIn } from '../../platform/live/stream.ts';
import { instantIn, localTimeIn } from '../../platform/zoned-time.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { eventQuorum } from '../guests/event-quorum.ts';
import { headcount } from '../guests/headcount.ts';
import { type Alert, alerts } from './alerts.ts';
import { type Arrived, arrivalLog } from './arrival-log.ts';
import { type Gates, gates } from './gate-of.ts';
import { countMissing } from './missing.ts';
import { radar, type WatchedGuest } from './radar.ts';

/** Everything the board of the day is drawn from. */
export interface Board {
  now: Date;
  /** The start of the programme, on the day that is shown; null while it is not known. */
  startsAt: number | null;
  count: Headcount;
  quorum: (Quorum & QuorumStanding) | null;
  log: readonly Arrived[];
  gates: Gates;
  lists: readonly CheckInList[];
  /** Who said they would come and are not here yet; whoever came unannounced is not one of them. */
  awaited: number;
  watched: WatchedGuest[];
  alerts: Alert[];
}

/** All who look at the board of one event at the same moment get one reading of it. */
const SHARED_FOR = 250;

export const board = shareReading(readBoard, {
  key: ({ event }: Access) => `${String(event._id)} ${event.rev}`,
  version: ({ event }) => toldIn(rooms.desk(event)),
  longest: SHARED_FOR,
});

async function readBoard(access: Access): Promise<Board> {
  const { event } = access;
  const [count, quorum, log, where, plan, watched, awaited] = await Promise.all([
    headcount(event),
    eventQuorum(event),
    arrivalLog(event),
    gates(event),
    doorPlan(event),
    radar(access),
    countMissing(event),
  ]);
  const at = now();
  const situation = { gates: where, log, lists: plan.lists, watched, now: at.getTime() };
  const found = await alerts(access, situation);
  return { ...situation, now: at, startsAt: startOf(event, at), count, awaited, quorum, alerts: found };
}

/** Of the day that is on, or else of the last one before; the first one while none has come. */
export function startOf({ days, startsAt, timeZone }: Conference, at: Date): number | null {
  if (startsAt === '' || days.length === 0) return null;
  const today = localTimeIn(timeZone, at).slice(0, 10);
  const day = days.findLast((each) => each <= today) ?? days[0];
  return instantIn(timeZone, `${day}T${startsAt}`).getTime();
}
