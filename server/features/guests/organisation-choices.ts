import type { Types } from 'mongoose';
import { type Organisation, Organisations } from '../../../models/organisation.ts';

export type OrganisationChoice = Pick<Organisation, '_id' | 'name'>;

/** Every organisation there is to choose from, and the one chosen before even when it is archived. */
export async function organisationChoices(chosen: Types.ObjectId | null): Promise<OrganisationChoice[]> {
  const living = await Organisations.find({ archivedAt: null }, { name: 1 })
    .sort({ sortKey: 1, _id: 1 })
    .lean<OrganisationChoice[]>();
  if (!chosen || living.some(({ _id }) => _id.equals(chosen))) return living;
  const other = await Organisations.findById(chosen, { name: 1 }).lean<OrganisationChoice>();
  return other ? [other, ...living] : living;
}
