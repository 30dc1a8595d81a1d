import { Types } from 'mongoose';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { NewOrganisationInput } from './input.ts';
import { organisationAudit } from './organisation-audit.ts';
import { organisationFacts } from './organisation-facts.ts';

export async function addOrganisation(
  access: OfficeAccess,
  { id, ...input }: NewOrganisationInput,
): Promise<Organisation> {
  const _id = new Types.ObjectId(id);
  const facts = await organisationFacts(access, input, null);
  const entry = organisationAudit(access, 'audit.directory.organisation-added', { _id, name: facts.name });
  try {
    const unit = await Organisations.create({ _id, ...facts, effects: [entry] });
    settle(Organisations, _id);
    return unit.toObject();
  } catch (error) {
    const same = isDuplicateKey(error, '_id') ? await Organisations.findById(_id).lean<Organisation>() : null;
    if (same) return same;
    throw error;
  }
}
