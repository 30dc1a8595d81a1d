import { inLocale } from '../../../contract/localised.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Organisation } from '../../../models/organisation.ts';
import type { OfficeAccess } from '../access/access.ts';
import { audit, type AuditAction } from '../audit/audit.ts';

export function organisationAudit(
  { actor }: OfficeAccess,
  action: AuditAction,
  { _id, name }: Pick<Organisation, '_id' | 'name'>,
): Effect {
  return audit(actor, {
    action,
    subject: { kind: 'organisation', id: String(_id) },
    params: { name: inLocale(name, 'vi') },
  });
}
