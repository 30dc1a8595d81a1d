import type { Types } from 'mongoose';
import type { Organisation } from '../../../models/organisation.ts';
import { Invalid } from '../../platform/errors.ts';
import type { OfficeAccess } from '../access/access.ts';
import type { OrganisationInput } from './input.ts';
import { organisationRecord } from './organisation-record.ts';
import { allUnits, branchOf } from './organisation-tree.ts';

type Stored = Omit<Organisation, '_id' | 'archivedAt' | 'rev' | 'effects'>;

/** What is stored of what was typed; `self` is the organisation as it is, null for a new one. */
export async function organisationFacts(
  access: OfficeAccess,
  { name, short, parent, tier }: OrganisationInput,
  self: Organisation | null,
): Promise<Stored> {
  return {
    name,
    short,
    tier,
    parent: parent === '' ? null : await checkedParent(access, parent, self),
    ...organisationRecord({ name, short, ref: self?.ref ?? '' }),
  };
}

async function checkedParent(
  access: OfficeAccess,
  id: string,
  self: Organisation | null,
): Promise<Types.ObjectId> {
  const units = await allUnits(access);
  const parent = units.find(({ _id }) => String(_id) === id);
  if (!parent || (parent.archivedAt && !self?.parent?.equals(parent._id))) throw wrongParent('errors.choice');
  if (self && branchOf(units, self._id).has(id)) throw wrongParent('directory.error.circle');
  return parent._id;
}

function wrongParent(key: 'errors.choice' | 'directory.error.circle'): Invalid {
  return new Invalid([{ path: 'parent', key, params: {} }]);
}
