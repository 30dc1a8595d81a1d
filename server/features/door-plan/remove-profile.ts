import { Doors } from '../../../models/door.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { changePlan } from './change-plan.ts';
import { profileIn } from './save-profile.ts';

/** Takes a profile out of the plan, unless a device works by it: without one it would be allowed everything. */
export async function removeProfile(access: Access, id: string, rev: number): Promise<void> {
  await changePlan(access, rev, async ({ profiles }) => {
    const profile = profileIn(profiles, id);
    const working = { event: access.event._id, profile: id, revokedAt: null };
    const count = await Doors.countDocuments(working);
    if (count > 0) throw new Refused('door-plan.profile-in-use', { name: profile.name, count });
    return {
      entry: { action: 'audit.door-plan.profile-removed', params: { name: profile.name } },
      parts: { profiles: profiles.filter((each) => each !== profile) },
    };
  });
}
