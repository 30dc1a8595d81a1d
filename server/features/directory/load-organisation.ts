import { isObjectIdOrHexString } from 'mongoose';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { NotFound } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';

export async function loadOrganisation(_access: OfficeAccess, id: string): Promise<Organisation> {
  const unit = isObjectIdOrHexString(id) ? await Organisations.findById(id).lean<Organisation>() : null;
  if (!unit) throw new NotFound('directory.unknown-organisation');
  return unit;
}
