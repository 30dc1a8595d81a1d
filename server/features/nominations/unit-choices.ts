import type { Localised } from '../../../contract/localised.ts';
import { nominationLimits } from '../../../contract/nominations.ts';
import { Nominations } from '../../../models/nomination.ts';
import { Organisations } from '../../../models/organisation.ts';
import type { Access } from '../access/access.ts';
import { delegations } from '../guests/delegations.ts';
import { unitKeyOf } from './unit-key.ts';
import { inLocale } from '../../../contract/localised.ts';

/** A unit that can be ticked instead of typed. */
export interface UnitChoice {
  /** `o:<id>` or `n:<name>`. */
  value: string;
  name: Localised;
  /** Has guests on the list already. */
  isOnList: boolean;
}

/** The units of the guest list, then the other organisations of the directory; those asked already are left out. */
export async function unitChoices(access: Access): Promise<UnitChoice[]> {
  const [here, directory, asked] = await Promise.all([
    delegations(access),
    Organisations.find({ archivedAt: null }, { name: 1 })
      .sort({ sortKey: 1, _id: 1 })
      .limit(nominationLimits.units)
      .lean<{ _id: { toString(): string }; name: Localised }[]>(),
    Nominations.distinct('unitKey', { event: access.event._id }),
  ]);
  const onList = here.flatMap(({ key, name }): UnitChoice[] => {
    const spelled = inLocale(name, 'vi');
    if (spelled === '') return [];
    return [{ value: key.startsWith('o:') ? key : `n:${spelled}`, name, isOnList: true }];
  });
  const known = new Set(onList.map(({ value }) => value));
  const others = directory
    .map(({ _id, name }) => ({ value: `o:${String(_id)}`, name, isOnList: false }))
    .filter(({ value }) => !known.has(value));
  const taken = new Set<string>(asked);
  return [...onList, ...others]
    .filter((choice) => !taken.has(keyOf(choice.value)))
    .slice(0, nominationLimits.units);
}

function keyOf(value: string): string {
  return value.startsWith('o:') ? value : unitKeyOf({ organisation: null, name: value.slice(2) });
}
