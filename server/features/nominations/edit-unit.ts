import { Types } from 'mongoose';
import type { Nomination } from '../../../models/nomination.ts';
import { Nominations } from '../../../models/nomination.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import { inLocale } from '../../../contract/localised.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { checkCategory } from '../guests/guest-facts.ts';
import { changeNomination } from './change-nomination.ts';
import { organisationsCalled } from './find-organisations.ts';
import type { UnitInput } from './input.ts';
import { endOfDay } from './new-nomination.ts';
import { unitKeyOf } from './unit-key.ts';

/** Changes what a unit is asked for, on the revision that was seen: quota, deadline, secretary and the wishes. */
export async function editUnit(access: Access, id: string, input: UnitInput): Promise<Nomination> {
  const { event } = demand(access, 'nominations.edit');
  checkCategory(access, input.category);
  const { unit, rev, deadline, ...terms } = input;
  const called = await callUnit(unit);
  await refuseTaken(access, id, called.unitKey);
  return changeNomination(access, id, (nomination) => {
    if (nomination.rev !== rev) throw new Refused('errors.conflict-rev');
    const before = inLocale(nomination.name, 'vi') === unit ? {} : called;
    return {
      set: { ...terms, ...before, deadline: endOfDay(event.timeZone, deadline) },
      action: 'audit.nominations.edited',
      params: { quota: input.quota },
    };
  });
}

async function callUnit(
  unit: string,
): Promise<Pick<Nomination, 'organisation' | 'name' | 'unitKey' | 'sortKey'>> {
  const known = (await organisationsCalled([unit])).get(unit);
  const organisation = known ? new Types.ObjectId(String(known._id)) : null;
  const name = known?.name ?? { vi: unit };
  return {
    organisation,
    name,
    unitKey: unitKeyOf({ organisation, name: inLocale(name, 'vi') }),
    sortKey: sortKeyInOrder(inLocale(name, 'vi')),
  };
}

async function refuseTaken({ event }: Access, id: string, unitKey: string): Promise<void> {
  const other = await Nominations.exists({ event: event._id, unitKey, _id: { $ne: id } });
  if (other) throw new Refused('nominations.error.unit-taken');
}
