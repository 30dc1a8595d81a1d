import { type User, Users } from '../../../models/user.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import type { OfficeAccess } from '../access/access.ts';

export type UserLine = Pick<User, '_id' | 'name' | 'email' | 'role' | 'active' | 'lastSignInAt'>;

/** Every account, by name. An office has dozens of them, not thousands. */
export async function userList(_access: OfficeAccess): Promise<UserLine[]> {
  const projection = { name: 1, email: 1, role: 1, active: 1, lastSignInAt: 1 };
  const users = await Users.find({}, projection).lean<UserLine[]>();
  return users
    .map((user) => ({ user, key: sortKeyInOrder(user.name) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ user }) => user);
}
