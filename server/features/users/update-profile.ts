import { Types } from 'mongoose';
import { Users } from '../../../models/user.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import type { ProfileInput } from './input.ts';

/** Somebody's own name and language. Saving what is there already changes nothing. */
export async function updateProfile({ actor }: OfficeAccess, { name, locale }: ProfileInput): Promise<void> {
  const effects = audit(actor, {
    action: 'audit.users.profile-changed',
    subject: { kind: 'user', id: actor.id },
    params: { name },
  });
  const { modifiedCount } = await Users.updateOne(
    { _id: actor.id, $or: [{ name: { $ne: name } }, { locale: { $ne: locale } }] },
    { $set: { name, locale }, $push: { effects } },
  );
  if (modifiedCount > 0) settle(Users, new Types.ObjectId(actor.id));
}
