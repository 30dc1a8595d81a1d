import { Types } from 'mongoose';
import type { EventRole } from '../../../contract/roles.ts';
import { Memberships } from '../../../models/membership.ts';
import { type User, Users } from '../../../models/user.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { oneAtATime } from '../../platform/database/one-at-a-time.ts';
import { Invalid, Refused } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { Access } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import type { MemberInput } from './input.ts';
import type { Member } from './members.ts';

/** Lets somebody with an account work in the event. */
export async function addMember(access: Access, { email, role }: MemberInput): Promise<User> {
  const user = await Users.findOne({ email, active: true }).lean<User>();
  if (!user) throw new Invalid([{ path: 'email', key: 'users.members.unknown', params: {} }]);
  const _id = new Types.ObjectId();
  const effects = [noted(access, 'audit.users.member-added', user, role)];
  try {
    await Memberships.create({ _id, event: access.event._id, user: user._id, role, effects });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new Refused('users.members.already', { name: user.name });
  }
  settle(Memberships, _id);
  return user;
}

/** Changes what a member may do. The last owner stays one. */
export async function changeRole(access: Access, member: Member, role: EventRole): Promise<void> {
  if (member.role === role) return;
  const effects = noted(access, 'audit.users.member-changed', member.user, role);
  const { matchedCount } = await withAnotherOwner(access, member, () =>
    Memberships.updateOne(
      { _id: member.id, event: access.event._id, role: member.role },
      { $set: { role }, $push: { effects } },
    ),
  );
  if (matchedCount === 0) throw new Refused('errors.conflict-rev');
  settle(Memberships, new Types.ObjectId(member.id));
  cutSockets(rooms.user(String(member.user._id)));
}

/**
 * An event without an owner could be changed by administrators only. Two owners who take the role from each other at
 * the same moment do it one after the other, so that the second is refused.
 */
export async function withAnotherOwner<T>(
  access: Access,
  member: Member,
  work: () => Promise<T>,
): Promise<T> {
  if (member.role !== 'owner') return work();
  return oneAtATime(`owners of ${String(access.event._id)}`, async () => {
    await demandAnotherOwner(access, member);
    return work();
  });
}

async function demandAnotherOwner(access: Access, member: Member): Promise<void> {
  const others = await Memberships.countDocuments({
    event: access.event._id,
    role: 'owner',
    _id: { $ne: member.id },
  });
  if (others === 0) throw new Refused('users.members.last-owner');
}

function noted(
  access: Access,
  action: AuditAction,
  user: { _id: Types.ObjectId; name: string },
  role: EventRole,
) {
  return audit(access.actor, {
    action,
    event: access.event._id,
    subject: { kind: 'user', id: String(user._id) },
    params: { name: user.name, role },
  });
}
