import type { PersonName } from '../../../contract/person.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';
import { displayName } from '../directory/person-name.ts';

interface Told {
  action: AuditAction;
  guest?: { _id: unknown; name: PersonName };
  contact?: { _id: unknown; name: PersonName };
}

/** The entry of what one row did. Its id is the row's, so the same row is told once however often it is written. */
export function importAudit(
  access: Access,
  row: Pick<ImportRow, '_id'>,
  { action, guest, contact }: Told,
): Effect {
  const subject = guest ?? contact;
  const entry = audit(access.actor, {
    action,
    event: guest ? access.event._id : null,
    subject: { kind: guest ? 'guest' : 'contact', id: String(subject?._id) },
    params: { name: displayName(subject?.name ?? {}, 'vi') },
  });
  return { ...entry, id: `audit:import:${String(row._id)}:${action}` };
}
