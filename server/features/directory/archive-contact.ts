import { type Contact, Contacts } from '../../../models/contact.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { contactAudit } from './contact-audit.ts';
import { loadContact } from './load-contact.ts';

/** Takes a person out of lists and searches. Nothing is lost; asking a second time changes nothing. */
export async function archiveContact(access: OfficeAccess, id: string): Promise<Contact> {
  const contact = await loadContact(access, id);
  await Contacts.updateOne(
    { _id: contact._id, archivedAt: null },
    {
      $set: { archivedAt: now() },
      $inc: { rev: 1 },
      $push: { effects: contactAudit(access, 'audit.directory.contact-archived', contact) },
    },
  );

  settle(Contacts, contact._id);
  return contact;
}
