import { Contacts } from '../../../models/contact.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import { whyInUse } from './belongings.ts';
import { loadOrganisation } from './load-organisation.ts';
import { organisationAudit } from './organisation-audit.ts';

/** An organisation that somebody still belongs to stays; asking a second time changes nothing. */
export async function archiveOrganisation(access: OfficeAccess, id: string): Promise<Organisation> {
  const unit = await loadOrganisation(access, id);
  const belongings = await stillThere(unit);
  const reason = whyInUse(belongings);
  if (reason) throw new Refused(reason, belongings);
  await Organisations.updateOne(
    { _id: unit._id, archivedAt: null },
    {
      $set: { archivedAt: now() },
      $inc: { rev: 1 },
      $push: { effects: organisationAudit(access, 'audit.directory.organisation-archived', unit) },
    },
  );

  settle(Organisations, unit._id);
  return unit;
}

async function stillThere({ _id }: Organisation): Promise<{ units: number; contacts: number }> {
  const [units, contacts] = await Promise.all([
    Organisations.countDocuments({ parent: _id, archivedAt: null }),
    Contacts.countDocuments({ organisation: _id, archivedAt: null }),
  ]);
  return { units, contacts };
}
