import { type Contact, Contacts } from '../../../models/contact.ts';
import type { OfficeAccess } from '../access/access.ts';

/** Who has this address already. */
export async function contactWithEmail(
  _access: OfficeAccess,
  email: string,
): Promise<Pick<Contact, '_id' | 'name'> | null> {
  if (email === '') return null;
  return Contacts.findOne({ email }, { name: 1 }).lean<Pick<Contact, '_id' | 'name'>>();
}
