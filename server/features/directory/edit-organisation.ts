import { isDeepStrictEqual } from 'node:util';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { EditOrganisationInput } from './input.ts';
import { loadOrganisation } from './load-organisation.ts';
import { organisationAudit } from './organisation-audit.ts';
import { organisationFacts } from './organisation-facts.ts';
import { renamed } from './rename-in-contacts.ts';

/** Changes an organisation. Its contacts follow a new name; the records of past events keep the old one. */
export async function editOrganisation(
  access: OfficeAccess,
  id: string,
  { rev, ...input }: EditOrganisationInput,
): Promise<Organisation> {
  const before = await loadOrganisation(access, id);
  const facts = await organisationFacts(access, input, before);
  const { _id } = before;
  const entry = organisationAudit(access, 'audit.directory.organisation-edited', { _id, name: facts.name });
  const effects = isDeepStrictEqual(facts.name, before.name) ? [entry] : [entry, renamed(before)];
  const changed = await Organisations.findOneAndUpdate(
    { _id, rev },
    { $set: facts, $inc: { rev: 1 }, $push: { effects: { $each: effects } } },
    { returnDocument: 'after' },
  ).lean<Organisation>();
  if (!changed) throw new Refused('errors.conflict-rev');

  await settleNow(Organisations, _id);
  return changed;
}
