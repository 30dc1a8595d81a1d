import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { nameWords } from '../directory/person-name.ts';
import type { Access } from '../access/access.ts';
import type { GuestTyped } from './guest-facts.ts';

type Known = Pick<Contact, '_id' | 'name'>;

/**
 * The contact of a person typed in: the one with this e-mail address, if the name agrees. An address may be shared by
 * a whole office, so somebody of another name is left alone.
 */
export async function contactFor(_access: Access, facts: GuestTyped): Promise<Types.ObjectId | null> {
  if (facts.email === '') return null;
  const found = await Contacts.findOne({ email: facts.email, archivedAt: null }, { name: 1 }).lean<Known>();
  return found && sameName(found, facts) ? found._id : null;
}

function sameName(a: Pick<Contact, 'name'>, b: Pick<Contact, 'name'>): boolean {
  const words = new Set(nameWords(a.name));
  const other = nameWords(b.name);
  return other.length > 0 && other.every((word) => words.has(word));
}
