import type { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import type { Access } from '../access/access.ts';
import { officeAllows } from '../access/permissions.ts';
import { addContact } from '../directory/add-contact.ts';
import { nameWords } from '../directory/person-name.ts';
import type { NewGuestInput } from './input.ts';

/**
 * The contact of a person typed in: the one with this e-mail address, if the name agrees, or a new one. An address
 * may be shared by a whole office; somebody of another name stays on the list alone.
 */
export async function contactFor(access: Access, input: NewGuestInput): Promise<Types.ObjectId | null> {
  const { email } = input;
  if (email === '') return null;
  const found = await contactAt(email);
  if (found) return sameName(found, input) ? found._id : null;
  try {
    return await enterInDirectory(access, input);
  } catch (error) {
    // Somebody entered this address in this very moment: the same form sent twice, as a rule.
    const entered = await contactAt(email);
    if (!entered) throw error;
    return sameName(entered, input) ? entered._id : null;
  }
}

async function contactAt(email: string): Promise<Pick<Contact, '_id' | 'name'> | null> {
  return Contacts.findOne({ email }, { name: 1 }).lean<Pick<Contact, '_id' | 'name'>>();
}

async function enterInDirectory({ actor }: Access, input: NewGuestInput): Promise<Types.ObjectId | null> {
  if (actor.kind !== 'user' || !officeAllows(actor.role, 'directory.edit')) return null;
  const { id: _id, ...person } = input;
  const contact = await addContact({ actor }, { ...person, notes: '' });
  return contact._id;
}

function sameName(known: Pick<Contact, 'name'>, typed: Pick<Contact, 'name'>): boolean {
  const words = new Set(nameWords(known.name));
  const wanted = nameWords(typed.name);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}
