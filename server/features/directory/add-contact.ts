import { Types } from 'mongoose';
import { type Contact, Contacts } from '../../../models/contact.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { contactAudit } from './contact-audit.ts';
import { asTakenAddress, contactFacts } from './contact-facts.ts';
import type { NewContactInput } from './input.ts';

export async function addContact(access: OfficeAccess, { id, ...input }: NewContactInput): Promise<Contact> {
  const _id = new Types.ObjectId(id);
  const facts = await contactFacts(input);
  const effects = [contactAudit(access, 'audit.directory.contact-added', { _id, name: facts.name })];
  try {
    const contact = await Contacts.create({ _id, ...facts, effects });
    settle(Contacts, _id);
    return contact.toObject();
  } catch (error) {
    const same = isDuplicateKey(error, '_id') ? await Contacts.findById(_id).lean<Contact>() : null;
    if (same) return same;
    throw asTakenAddress(error);
  }
}
