import { Doors } from '../../../models/door.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid, NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { tellDoors } from './tell-doors.ts';

/** Gives a device another profile; it works by it from its next contact on. */
export async function changeProfile(access: Access, id: string, profile: string): Promise<void> {
  const { event } = access;
  const wanted = { _id: id, event: event._id };
  const door = await Doors.findOne(wanted, { name: 1, profile: 1 }).lean();
  if (!door) throw new NotFound('doors.no-such-door');
  await demandProfile(access, profile);
  if (door.profile === profile) return;

  const changed = audit(access.actor, {
    action: 'audit.doors.profile-changed',
    event: event._id,
    subject: { kind: 'door', id },
    params: { door: door.name },
  });
  const { modifiedCount } = await Doors.updateOne(
    { ...wanted, revokedAt: null },
    { $set: { profile }, $push: { effects: changed } },
  );
  if (modifiedCount === 0) throw new Refused('doors.revoked-already', { name: door.name });
  settle(Doors, door._id);
  tellDoors(event);
}

/** Refuses a profile that is not, or no longer, in the plan: a device without one may do everything. */
export async function demandProfile({ event }: Access, profile: string): Promise<void> {
  if (profile === '') return;
  const { profiles } = await doorPlan(event);
  if (!profiles.some(({ id }) => id === profile))
    throw new Invalid([{ path: 'profile', key: 'errors.choice', params: {} }]);
}
