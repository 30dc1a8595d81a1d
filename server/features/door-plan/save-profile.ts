import type { DoorProfile, PinLock } from '../../../contract/door/plan.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { newId } from '../../platform/new-id.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { eventList } from './door-plan.ts';
import type { ProfileInput } from './input.ts';
import type { StoredPlan } from './load-plan.ts';
import { pinLock } from './pin-lock.ts';

/** Adds a profile, or changes one; its devices work by it from their next contact on. */
export async function saveProfile(access: Access, id: string | null, input: ProfileInput): Promise<void> {
  const typed = input.pin === '' ? null : await pinLock(input.pin);
  await changePlan(access, input.rev, (plan) => {
    const stored = id === null ? null : profileIn(plan.profiles, id);
    const pin = typed ?? (input.noPin ? null : (stored?.pin ?? null));
    const profile = profileFrom(access, plan, { id: stored?.id ?? newId(), input, pin });
    if (profile.kiosk && !pin)
      throw new Invalid([{ path: 'pin', key: 'door-plan.kiosk-needs-pin', params: {} }]);
    const action = stored ? 'audit.door-plan.profile-changed' : 'audit.door-plan.profile-added';
    const profiles = stored
      ? plan.profiles.map((each) => (each.id === profile.id ? profile : each))
      : [...plan.profiles, profile];
    return { entry: { action, params: { name: profile.name } }, parts: { profiles } };
  });
}

export function profileIn(profiles: readonly DoorProfile[], id: string): DoorProfile {
  const profile = profiles.find((each) => each.id === id);
  if (!profile) throw new NotFound('door-plan.no-such-profile');
  return profile;
}

/** In the order of the plan; what is no longer in it is left out. */
function profileFrom(
  { event }: Access,
  plan: StoredPlan,
  { id, input, pin }: { id: string; input: ProfileInput; pin: PinLock | null },
): DoorProfile {
  const { name, direction, pace, rank, sounds, badge, companions, kiosk } = input;
  const wanted = new Set(input.lists);
  return {
    id,
    name,
    gate: plan.gates.some((gate) => gate.id === input.gate) ? input.gate : '',
    lists: [eventList(event), ...plan.lists.map((list) => list.id)].filter((list) => wanted.has(list)),
    direction,
    pace,
    rank,
    sounds,
    badge,
    companions,
    kiosk,
    pin,
  };
}
