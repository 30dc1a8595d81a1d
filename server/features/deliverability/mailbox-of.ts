import { Users } from '../../../models/user.ts';
import { NotFound } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';

/** Where the person who asks reads mail. */
export async function mailboxOf({ actor }: OfficeAccess): Promise<string> {
  const user = await Users.findById(actor.id, { email: 1 }).lean();
  if (!user) throw new NotFound();
  return user.email;
}
