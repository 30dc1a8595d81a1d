import type { Types } from 'mongoose';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { DAY_STARTS_AT } from '../../../contract/attendance/rules.ts';
import type { DoorPlan } from '../../../contract/door/plan.ts';
import { DoorPlans, type EventDoorPlan, type StoredList } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';
import { groupRead } from '../../platform/database/group-read.ts';

type EventLike = Pick<Conference, '_id' | 'title' | 'timeZone'>;

/** What is admitted where. The list of the whole event stands first; an event without a plan has that one alone. */
export async function doorPlan(event: EventLike): Promise<DoorPlan> {
  return planOf(event, (await storedPlan(String(event._id))) ?? null);
}

/** The same of what is stored, or about to be; null for nothing. */
export function planOf(
  event: EventLike,
  stored: Pick<EventDoorPlan, 'lists' | 'gates' | 'profiles'> | null,
): DoorPlan {
  const own = (stored?.lists ?? []).map((list) => listFor(list, event));
  return {
    lists: [wholeEvent(event), ...own],
    gates: stored?.gates ?? [],
    profiles: stored?.profiles ?? [],
  };
}

/** The list of this id; null when it is not, or no longer, in the plan. */
export function listOf({ lists }: DoorPlan, id: string): CheckInList | null {
  return lists.find((list) => list.id === id) ?? null;
}

/** Whoever has come to the event is in, once. The list is there without being written anywhere. */
export function wholeEvent({ _id, title, timeZone }: EventLike): CheckInList {
  return {
    id: eventList({ _id }),
    name: title,
    kind: 'event',
    rule: 'once',
    times: 1,
    timeZone,
    dayStartsAt: DAY_STARTS_AT,
    opensAt: null,
    closesAt: null,
    categories: [],
    requires: '',
  };
}

/** The id of the list of the whole event. */
export function eventList(event: { _id: Types.ObjectId }): string {
  return String(event._id);
}

function listFor({ opensAt, closesAt, ...list }: StoredList, { timeZone }: EventLike): CheckInList {
  return { ...list, timeZone, opensAt: opensAt?.getTime() ?? null, closesAt: closesAt?.getTime() ?? null };
}

// Every scan asks for the plan of its event.
const storedPlan = groupRead(async (ids) => {
  const plans = await DoorPlans.find({ _id: { $in: ids } }, { effects: 0 }).lean<EventDoorPlan[]>();
  return new Map(plans.map((plan) => [String(plan._id), plan]));
});
