import type { DoorProfile, Gate } from '../../../../contract/door/plan.ts';
import type { EventDoorPlan, StoredList } from '../../../../models/door-plan.ts';
import type { DoorPlanPart } from '../format/door-plan.ts';
import type { Refs } from './refs.ts';
import { moment, text, texts } from './values.ts';

export function doorPlanPart(
  { lists, gates, profiles }: Pick<EventDoorPlan, 'lists' | 'gates' | 'profiles'>,
  refs: Refs,
): DoorPlanPart {
  return {
    lists: lists.map((list) => listPart(list, refs)),
    gates: gates.map((gate) => gatePart(gate, refs)),
    profiles: profiles.map((profile) => profilePart(profile, refs)),
  };
}

function listPart(list: StoredList, refs: Refs): DoorPlanPart['lists'][number] {
  const { id, name, kind, rule, times, dayStartsAt, opensAt, closesAt, categories, requires } = list;
  return {
    ref: id,
    name: texts(name),
    kind,
    rule,
    times,
    dayStartsAt,
    opensAt: moment(opensAt),
    closesAt: moment(closesAt),
    categories: known(categories, (category) => refs.category(category)),
    requires: refs.list(requires),
  };
}

function gatePart({ id, name, categories }: Gate, refs: Refs): DoorPlanPart['gates'][number] {
  return {
    ref: id,
    name: text(name),
    categories: known(categories, (category) => refs.category(category)),
  };
}

function profilePart(profile: DoorProfile, refs: Refs): DoorPlanPart['profiles'][number] {
  const {
    id,
    name,
    lists,
    pin: _pin,
    gate,
    direction,
    pace,
    rank,
    sounds,
    badge,
    companions,
    kiosk,
  } = profile;
  return {
    ref: id,
    name: text(name),
    gate,
    lists: known(lists, (list) => refs.list(list)),
    direction,
    pace,
    rank,
    sounds,
    badge,
    companions,
    kiosk,
  };
}

function known(ids: readonly string[], refOf: (id: string) => string): string[] {
  return ids.map(refOf).filter((found) => found !== '');
}
