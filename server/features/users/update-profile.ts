import { Users } from '../../../models/user.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { ProfileInput } from './input.ts';

export async function updateProfile(access: OfficeAccess, { name, locale }: ProfileInput): Promise<void> {
  await Users.updateOne({ _id: access.actor.id }, { $set: { name, locale } });
}
