import { type Contact, Contacts } from '../../../models/contact.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { contactAudit } from './contact-audit.ts';
import { loadContact } from './load-contact.ts';

export async function restoreContact(access: OfficeAccess, id: string): Promise<Contact> {
  const contact = await loadContact(access, id);
  if (contact.mergedInto) throw new Refused('directory.merge.not-both');
  await Contacts.updateOne(
    { _id: contact._id, archivedAt: { $ne: null } },
    {
      $set: { archivedAt: null },
      $inc: { rev: 1 },
      $push: { effects: contactAudit(access, 'audit.directory.contact-restored', contact) },
    },
  );

  settle(Contacts, contact._id);
  return contact;
}
