import { type User, Users } from '../../../models/user.ts';
import { settle } from '../../platform/database/effects.ts';
import { oneAtATime } from '../../platform/database/one-at-a-time.ts';
import { Refused } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { OfficeAccess } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import type { UserInput } from './input.ts';

/** An administrator changes somebody's name, language or role. Nobody takes the role from themselves. */
export async function updateUser(access: OfficeAccess, user: User, input: UserInput): Promise<void> {
  if (isSelf(access, user) && input.role !== user.role) throw new Refused('users.not-yourself');
  const update = () => change(access, user, { $set: input }, 'audit.users.changed', { role: input.role });
  await (input.role === 'administrator' ? update() : withAnotherAdministrator(user, update));
  if (input.role !== user.role) cutSockets(rooms.user(String(user._id)));
}

/** Sessions, sockets and tokens end at once: all of them ask for an active account. */
export async function deactivateUser(access: OfficeAccess, user: User): Promise<void> {
  if (isSelf(access, user)) throw new Refused('users.not-yourself');
  const update = { $set: { active: false, reset: null }, $inc: { generation: 1 } };
  await withAnotherAdministrator(user, () => change(access, user, update, 'audit.users.deactivated'));
  cutSockets(rooms.user(String(user._id)));
}

export async function activateUser(access: OfficeAccess, user: User): Promise<void> {
  await change(access, user, { $set: { active: true } }, 'audit.users.activated');
}

/** Two administrators who switch each other off at the same moment do it one after the other: the second is refused. */
async function withAnotherAdministrator(user: User, work: () => Promise<void>): Promise<void> {
  if (user.role !== 'administrator') return work();
  await oneAtATime('administrators', async () => {
    const others = await Users.exists({ role: 'administrator', active: true, _id: { $ne: user._id } });
    if (!others) throw new Refused('users.last-administrator');
    await work();
  });
}

async function change(
  access: OfficeAccess,
  user: User,
  ...[update, action, params = {}]: [update: object, action: AuditAction, params?: Record<string, string>]
): Promise<void> {
  const noted = audit(access.actor, {
    action,
    subject: { kind: 'user', id: String(user._id) },
    params: { name: user.name, ...params },
  });
  await Users.updateOne({ _id: user._id }, { ...update, $push: { effects: noted } });
  settle(Users, user._id);
}

function isSelf(access: OfficeAccess, user: User): boolean {
  return access.actor.id === String(user._id);
}
