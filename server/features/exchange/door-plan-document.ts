import { eventList } from '../door-plan/door-plan.ts';
import type { EventDoorPlan } from '../../../models/door-plan.ts';
import type { EventFile } from './format.ts';
import { WHOLE_EVENT } from './format/door-plan.ts';
import { type Ids, moment } from './ids.ts';

/** The plan of the doors as it is stored; null for a file that has none. */
export function doorPlanDocument({ doorPlan }: EventFile, ids: Pick<Ids, 'event'>): EventDoorPlan | null {
  if (!doorPlan) return null;
  const listId = (ref: string): string => listIdOf(ref, ids);
  return {
    _id: ids.event,
    lists: doorPlan.lists.map(({ ref, opensAt, closesAt, requires, ...list }) => ({
      ...list,
      id: ref,
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
      requires: requires && listId(requires),
    })),
    gates: doorPlan.gates.map(({ ref, ...gate }) => ({ id: ref, ...gate })),
    profiles: doorPlan.profiles.map(({ ref, lists, ...profile }) => ({
      id: ref,
      ...profile,
      lists: lists.map(listId),
      pin: null,
    })),
    rev: 1,
    effects: [],
  };
}

/** The id of a list that the file calls by this name; '' and "event" are the whole event. */
export function listIdOf(ref: string, { event }: Pick<Ids, 'event'>): string {
  return ref === '' || ref === WHOLE_EVENT ? eventList({ _id: event }) : ref;
}
