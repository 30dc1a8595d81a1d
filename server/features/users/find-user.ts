import { type User, Users } from '../../../models/user.ts';
import { NotFound } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';

export async function findUser(_access: OfficeAccess, id: string): Promise<User> {
  const user = /^[0-9a-f]{24}$/.test(id) ? await Users.findOne({ _id: id }).lean<User>() : null;
  if (!user) throw new NotFound('users.no-such-user');
  return user;
}

/** The person who acts, as the account is now. */
export function findSelf(access: OfficeAccess): Promise<User> {
  return findUser(access, access.actor.id);
}
