import { type User, Users } from '../../../models/user.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import type { OfficeAccess } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { choosePassword } from './choose-password.ts';
import { findSelf } from './find-user.ts';
import type { ChangePasswordInput } from './input.ts';
import { matchesPassword } from './password-hash.ts';

/** Every session of earlier generations ends; the caller signs in anew. Sign-in links and open resets die with it. */
export async function changePassword(access: OfficeAccess, input: ChangePasswordInput): Promise<User> {
  const self = await findSelf(access);
  if (!(await matchesPassword(self.passwordHash, input.current))) {
    throw new Invalid([{ path: 'current', key: 'users.password.wrong', params: {} }]);
  }
  const passwordHash = await choosePassword(input.password, self);
  const subject = { kind: 'user', id: access.actor.id };
  const changed = await Users.findOneAndUpdate(
    { _id: self._id, passwordHash: self.passwordHash },
    {
      $set: { passwordHash, reset: null },
      $inc: { generation: 1 },
      $push: { effects: audit(access.actor, { action: 'audit.users.password-changed', subject }) },
    },
    { returnDocument: 'after' },
  ).lean<User>();
  if (!changed) throw new Invalid([{ path: 'current', key: 'users.password.wrong', params: {} }]);

  settle(Users, self._id);
  cutSockets(rooms.user(access.actor.id));
  return changed;
}
