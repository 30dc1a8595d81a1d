import { isObjectIdOrHexString } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { NotFound } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';

export async function loadContact(_access: OfficeAccess, id: string): Promise<Contact> {
  const contact = isObjectIdOrHexString(id) ? await Contacts.findById(id).lean<Contact>() : null;
  if (!contact) throw new NotFound('directory.unknown-contact');
  return contact;
}
