import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import { loadOrganisation } from './load-organisation.ts';
import { organisationAudit } from './organisation-audit.ts';

export async function restoreOrganisation(access: OfficeAccess, id: string): Promise<Organisation> {
  const unit = await loadOrganisation(access, id);
  await Organisations.updateOne(
    { _id: unit._id, archivedAt: { $ne: null } },
    {
      $set: { archivedAt: null },
      $inc: { rev: 1 },
      $push: { effects: organisationAudit(access, 'audit.directory.organisation-restored', unit) },
    },
  );

  settle(Organisations, unit._id);
  return unit;
}
