import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { loadPlan } from './load-plan.ts';
import { type Naming, usualProfiles } from './usual-profiles.ts';

/** Takes a profile that was suggested into the plan; any other id, or one that is in it already, changes nothing. */
export async function addUsualProfile(access: Access, id: string, naming: Naming): Promise<void> {
  const { profiles, rev } = await loadPlan(access.event);
  const profile = usualProfiles(profiles, naming).find((each) => each.id === id);
  if (!profile) return;
  await changePlan(access, rev, (plan) => ({
    entry: { action: 'audit.door-plan.profile-added', params: { name: profile.name } },
    parts: { profiles: [...plan.profiles, profile] },
  }));
}
