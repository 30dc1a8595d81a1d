import type { Contact } from '../../../models/contact.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { displayName } from './person-name.ts';

/** The entry of a change to a contact, told by the name the office knows. */
export function contactAudit(
  { actor }: OfficeAccess,
  action: AuditAction,
  contact: Pick<Contact, '_id' | 'name'>,
): Effect {
  return audit(actor, {
    action,
    subject: { kind: 'contact', id: String(contact._id) },
    params: { name: displayName(contact.name, 'vi') },
  });
}
