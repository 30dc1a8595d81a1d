import type { DoorPlan } from '../../../contract/door/plan.ts';
import { Doors } from '../../../models/door.ts';
import type { Conference } from '../../../models/event.ts';
import { doorPlan } from './door-plan.ts';
import { loadPlan } from './load-plan.ts';

export interface PlanFacts {
  event: Conference;
  plan: DoorPlan;
  rev: number;
  /** How many devices work by each profile. */
  devices: ReadonlyMap<string, number>;
}

/** What the pages about the plan show. */
export async function planFacts(event: Conference): Promise<PlanFacts> {
  const [{ rev }, plan, counted] = await Promise.all([
    loadPlan(event),
    doorPlan(event),
    Doors.aggregate<{ _id: string; count: number }>([
      { $match: { event: event._id, revokedAt: null } },
      { $group: { _id: '$profile', count: { $sum: 1 } } },
    ]),
  ]);
  return { event, plan, rev, devices: new Map(counted.map(({ _id, count }) => [_id, count])) };
}
