import { type Contact, Contacts } from '../../../models/contact.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { contactAudit } from './contact-audit.ts';
import { asTakenAddress, contactFacts } from './contact-facts.ts';
import type { EditContactInput } from './input.ts';
import { loadContact } from './load-contact.ts';

/** Changes what is known of a person today. Guests of past events keep what was true there. */
export async function editContact(
  access: OfficeAccess,
  id: string,
  { rev, ...input }: EditContactInput,
): Promise<Contact> {
  const { _id, organisation } = await loadContact(access, id);
  const facts = await contactFacts(input, organisation);
  const entry = contactAudit(access, 'audit.directory.contact-edited', { _id, name: facts.name });
  const update = { $set: facts, $inc: { rev: 1 }, $push: { effects: entry } };
  const options = { returnDocument: 'after' } as const;
  const changed = await Contacts.findOneAndUpdate({ _id, rev }, update, options)
    .lean<Contact>()
    .catch((error: unknown) => {
      throw asTakenAddress(error);
    });
  if (!changed) throw new Refused('errors.conflict-rev');

  settle(Contacts, _id);
  return changed;
}
