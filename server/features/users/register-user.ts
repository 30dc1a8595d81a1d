import { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import type { OfficeRole } from '../../../contract/roles.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { type User, Users } from '../../../models/user.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../access/actor.ts';
import { audit } from '../audit/audit.ts';

export interface NewUser {
  _id?: Types.ObjectId;
  email: string;
  name: string;
  role: OfficeRole;
  locale: Locale;
  passwordHash: string;
  reset?: User['reset'];
  /** What follows from the account besides the audit entry. */
  effects?: readonly Effect[];
}

/** Creates an account. A taken e-mail address is a problem of that field. */
export async function registerUser(actor: Actor, given: NewUser): Promise<User> {
  const _id = given._id ?? new Types.ObjectId();
  const { name, email } = given;
  const noted = audit(actor, {
    action: 'audit.users.created',
    subject: { kind: 'user', id: String(_id) },
    params: { name, email },
  });
  try {
    const effects = [noted, ...(given.effects ?? [])];
    const user = await Users.create({ ...given, _id, email: email.toLowerCase(), effects });
    settle(Users, _id);
    return user.toObject();
  } catch (error) {
    if (!isDuplicateKey(error, 'email')) throw error;
    throw new Invalid([{ path: 'email', key: 'users.email-taken', params: {} }]);
  }
}
