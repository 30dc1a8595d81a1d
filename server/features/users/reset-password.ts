import { type User, Users } from '../../../models/user.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { settle } from '../../platform/database/effects.ts';
import { NotFound } from '../../platform/errors.ts';
import { cutSockets } from '../../platform/live/cut.ts';
import { rooms } from '../access/rooms.ts';
import { audit } from '../audit/audit.ts';
import { choosePassword } from './choose-password.ts';

/** Whose password the link changes. */
export async function findByResetToken(token: string): Promise<User> {
  const user = await Users.findOne({
    'reset.tokenHash': hashToken(token),
    'reset.expires': { $gt: now() },
    active: true,
  }).lean<User>();
  if (!user) throw new NotFound('users.link-over');
  return user;
}

/** The link works once; every session of the account ends. */
export async function resetPassword(token: string, password: string): Promise<User> {
  const user = await findByResetToken(token);
  const passwordHash = await choosePassword(password, user);
  const self = {
    kind: 'user',
    id: String(user._id),
    name: user.name,
    role: user.role,
    locale: user.locale,
  } as const;
  const subject = { kind: 'user', id: self.id };
  const changed = await Users.findOneAndUpdate(
    { _id: user._id, 'reset.tokenHash': hashToken(token), active: true },
    {
      $set: { passwordHash, reset: null, lastSignInAt: now() },
      $inc: { generation: 1 },
      $push: { effects: audit(self, { action: 'audit.users.password-reset', subject }) },
    },
    { returnDocument: 'after' },
  ).lean<User>();
  if (!changed) throw new NotFound('users.link-over');

  settle(Users, user._id);
  cutSockets(rooms.user(self.id));
  return changed;
}
