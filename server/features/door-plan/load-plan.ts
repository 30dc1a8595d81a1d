import { DoorPlans, type EventDoorPlan } from '../../../models/door-plan.ts';
import type { Conference } from '../../../models/event.ts';

export type StoredPlan = Pick<EventDoorPlan, 'lists' | 'gates' | 'profiles' | 'rev'>;

/** What was planned for the doors of an event; revision 0 while nothing was. */
export async function loadPlan({ _id }: Pick<Conference, '_id'>): Promise<StoredPlan> {
  const plan = await DoorPlans.findById(_id, { effects: 0 }).lean<EventDoorPlan>();
  return plan ?? { lists: [], gates: [], profiles: [], rev: 0 };
}
