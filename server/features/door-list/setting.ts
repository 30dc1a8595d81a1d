import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { DoorPlan, DoorProfile } from '../../../contract/door/plan.ts';
import type { DoorSetting } from '../../../contract/door/sync.ts';
import { eventMarkOf } from '../../../contract/pass/pass-id.ts';
import type { Door } from '../../../models/door.ts';
import type { Conference } from '../../../models/event.ts';
import { doorPlan, eventList, listOf } from '../door-plan/door-plan.ts';
import { publicKeys } from '../passes/pass-keys.ts';

const OPEN = new Set(['published', 'live']);

/** What a device is to do, as the plan says now. */
export async function settingOf(
  event: Conference,
  door: Pick<Door, '_id' | 'name' | 'profile' | 'expires'>,
): Promise<DoorSetting> {
  const [plan, keys, mark] = await Promise.all([doorPlan(event), publicKeys(event), eventMarkOf(event)]);
  const profile = profileOf(plan, door.profile, event);
  const { _id, slug, shortId, title, timeZone, state, categories } = event;
  return {
    event: {
      id: String(_id),
      slug,
      shortId,
      title,
      mark,
      timeZone,
      isOpen: OPEN.has(state),
    },
    door: { id: String(door._id), name: door.name, expires: door.expires.getTime() },
    profile,
    gate: plan.gates.find(({ id }) => id === profile.gate) ?? null,
    lists: listsOf(plan, profile),
    categories: categories.map(({ id, title: called, tone }) => ({ id, title: called, tone })),
    keys,
  };
}

/** The profile of this id; a device without one, or whose profile is gone, does all there is at a door. */
export function profileOf({ profiles }: DoorPlan, id: string, event: Conference): DoorProfile {
  return profiles.find((profile) => profile.id === id) ?? wholeDoor(event);
}

function wholeDoor(event: Conference): DoorProfile {
  return {
    id: '',
    name: '',
    gate: '',
    lists: [eventList(event)],
    direction: 'both',
    pace: 'careful',
    rank: 'supervisor',
    sounds: true,
    badge: 'none',
    companions: true,
    kiosk: false,
    pin: null,
  };
}

/** What a device of this profile admits to, the chosen list first. */
export function listsOf(plan: DoorPlan, { lists }: DoorProfile): CheckInList[] {
  const chosen = lists.flatMap((id) => listOf(plan, id) ?? []);
  return chosen.length > 0 ? chosen : plan.lists.slice(0, 1);
}
