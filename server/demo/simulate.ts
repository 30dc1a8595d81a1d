import { randomUUID } from 'node:crypto';
import { Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { type Access, systemAccess } from '../features/access/access.ts';
import { loadAgenda } from '../features/agenda/load-agenda.ts';
import { schedule } from '../features/agenda/schedule.ts';
import { checkIn } from '../features/attendance/check-in.ts';
import { cueItem } from '../features/stage/cue-item.ts';
import { loadStage } from '../features/stage/load-stage.ts';
import { tickIntroduction } from '../features/stage/tick-introduction.ts';
import { CheckIns } from '../../models/check-in.ts';
import { every, type Scheduled } from '../platform/jobs/schedule.ts';
import type { Log } from '../platform/log.ts';

const ARRIVAL_EVERY_MS = 10_000;
/** So many are never let in by themselves: whoever tries the door finds somebody to let in. */
export const LEFT_TO_THE_READER = 12;
const ITEM_EVERY_MS = 45_000;

/** Lets people arrive one by one until a dozen are left, and moves the programme on; when all is said, it begins again. */
export function simulate(event: Access['event'], log: Log): Scheduled[] {
  const whileLive = (work: (access: Access) => Promise<void>) => async (): Promise<void> => {
    const now = await Events.findById(event._id).lean<Access['event']>();
    if (now?.state === 'live') await work(systemAccess(now, 'Demo'));
  };
  return [
    every(ARRIVAL_EVERY_MS, { name: 'simulated arrivals', log, run: whileLive(letSomebodyIn) }),
    every(ITEM_EVERY_MS, { name: 'simulated programme', log, run: whileLive(moveOn) }),
  ];
}

/** Nobody while few are left. */
export async function letSomebodyIn(access: Access): Promise<void> {
  const event = access.event._id;
  const inside = await CheckIns.find({ event, admission: { $ne: null } }, { guest: 1 }).lean();
  const waiting = await Guests.find(
    {
      event,
      _id: { $nin: inside.map(({ guest }) => guest) },
      standing: { $in: ['attending', 'substitute'] },
      replacedBy: null,
    },
    { _id: 1 },
  ).lean<Pick<Guest, '_id'>[]>();
  if (waiting.length <= LEFT_TO_THE_READER) return;
  const next = waiting[Math.floor(Math.random() * waiting.length)];
  if (next) await checkIn(access, { scanId: randomUUID(), guest: String(next._id), method: 'search' });
}

async function moveOn(access: Access): Promise<void> {
  const [agenda, stage] = await Promise.all([loadAgenda(access.event), loadStage(access.event)]);
  const order = schedule(agenda.items, access.event).flatMap((part) => part.items.map(({ item }) => item.id));
  const place = order.indexOf(stage.running);
  if (place === -1 && stage.runs.length > 0) return beginAgain(access);
  await cueItem(access, { rev: stage.rev, item: order[place + 1] ?? '' });
}

/** From the top, so that whoever looks later sees it move too. Whoever has come stays: a hall empties for nobody. */
async function beginAgain(access: Access): Promise<void> {
  const stage = await loadStage(access.event);
  for (const { id } of stage.introduced) await tickIntroduction(access, { guest: id, introduced: false });
  const agenda = await loadAgenda(access.event);
  const first = schedule(agenda.items, access.event)[0]?.items[0]?.item.id ?? '';
  const { rev } = await loadStage(access.event);
  await cueItem(access, { rev, item: first });
}
