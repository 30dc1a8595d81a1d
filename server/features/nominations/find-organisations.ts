import type { Localised } from '../../../contract/localised.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { sortKeyInOrder } from '../../platform/collation.ts';
import { fold } from '../../platform/text.ts';

export type KnownUnit = Pick<Organisation, '_id' | 'name'>;

/** Which organisations of the directory these names mean, by the name as it was typed. One read for all. */
export async function organisationsCalled(names: readonly string[]): Promise<Map<string, KnownUnit>> {
  const keys = names.map((name) => sortKeyInOrder(name));
  const found = await Organisations.find({ sortKey: { $in: keys }, archivedAt: null }, { name: 1 }).lean<
    KnownUnit[]
  >();
  const byName = new Map(found.flatMap((unit) => spellings(unit.name).map((name) => [fold(name), unit])));
  return new Map(
    names.flatMap((name) => {
      const unit = byName.get(fold(name));
      return unit ? [[name, unit] as const] : [];
    }),
  );
}

export async function organisationsById(ids: readonly string[]): Promise<KnownUnit[]> {
  return Organisations.find({ _id: { $in: ids }, archivedAt: null }, { name: 1 }).lean<KnownUnit[]>();
}

function spellings(name: Localised): string[] {
  return [name.vi, name.en, name.ru].flatMap((text) => (text ? [text] : []));
}
