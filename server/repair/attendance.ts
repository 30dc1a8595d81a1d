import type { DoorPlan } from '../../contract/door/plan.ts';
import { type CheckIn, CheckIns } from '../../models/check-in.ts';
import { type Conference, Events } from '../../models/event.ts';
import { type Guest, Guests } from '../../models/guest.ts';
import { checkInId } from '../features/attendance/check-in-id.ts';
import { doorPlan, eventList, listOf } from '../features/door-plan/door-plan.ts';
import { foldCheckIn } from '../features/attendance/fold-check-in.ts';
import { type Check, compared, type Difference } from './difference.ts';
import { readAll } from './read-all.ts';

export const attendance: readonly Check[] = [
  { about: 'check-ins: who is in, as the passages say', find: folds },
  { about: 'guests: arrival as the check-ins say', find: arrivals },
  { about: 'guests: nobody in the hall is cancelled', find: cancelledInside },
];

async function folds(): Promise<Difference[]> {
  const events = await Events.find({}, { title: 1, timeZone: 1 }).lean<Conference[]>();
  const plans = new Map<string, DoorPlan>();
  for (const event of events) plans.set(String(event._id), await doorPlan(event));
  const found: Difference[] = [];
  for await (const checkIn of readAll<CheckIn>(CheckIns, { fields: { effects: 0 } })) {
    const { _id, event, list, passages } = checkIn;
    const plan = plans.get(String(event));
    const rule = plan && listOf(plan, list);
    if (!rule) continue;
    found.push(
      ...compared({ collection: 'check-ins', id: _id }, checkIn, foldCheckIn(passages, rule), (fields) =>
        CheckIns.updateOne({ _id }, { $set: fields }),
      ),
    );
  }
  return found;
}

type Arrived = Pick<Guest, '_id' | 'event' | 'arrivedAt'>;

async function arrivals(): Promise<Difference[]> {
  const admitted = await admittedAt();
  const found: Difference[] = [];
  for await (const guest of readAll<Arrived>(Guests, { fields: { event: 1, arrivedAt: 1 } })) {
    const { _id } = guest;
    const arrivedAt = admitted.get(checkInId(eventList({ _id: guest.event }), _id)) ?? null;
    found.push(
      ...compared({ collection: 'guests', id: _id }, guest, { arrivedAt }, (fields) =>
        Guests.updateOne({ _id }, { $set: fields }, { timestamps: false }),
      ),
    );
  }
  return found;
}

async function admittedAt(): Promise<Map<string, Date>> {
  const admitted = new Map<string, Date>();
  const inside = { filter: { admission: { $ne: null } }, fields: { 'admission.at': 1 } } as const;
  for await (const { _id, admission } of readAll<{ _id: string; admission: { at: Date } }>(
    CheckIns,
    inside,
  )) {
    admitted.set(_id, admission.at);
  }
  return admitted;
}

/** The hall counts them, the statement does not: a person decides whether they were in or out. */
async function cancelledInside(): Promise<Difference[]> {
  const cancelled = await Guests.find({ state: 'cancelled' }, { event: 1 }).lean<Arrived[]>();
  const places = cancelled.map(({ _id, event }) => checkInId(eventList({ _id: event }), _id));
  const inside = await CheckIns.find({ _id: { $in: places }, admission: { $ne: null } }, { guest: 1 }).lean();
  return inside.map(({ guest }) => ({
    key: `guests/${String(guest)}/cancelled-inside`,
    line: `guests ${String(guest)}: cancelled, but in the hall`,
    mend: null,
  }));
}
