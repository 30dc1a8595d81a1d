import type { Localised } from '../../../contract/localised.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { fold } from '../../platform/text.ts';
import { wordings } from '../directory/wordings.ts';

export type Unit = Pick<Organisation, '_id' | 'name' | 'short' | 'tier'>;
export type FindUnit = (name: Localised) => Unit | null;

/** Finds units of the directory by any of their names. A name that two units share finds neither. */
export async function unitFinder(): Promise<FindUnit> {
  const units = await Organisations.find({ archivedAt: null }, { name: 1, short: 1, tier: 1 }).lean<Unit[]>();
  const byName = new Map<string, Unit | null>();
  for (const unit of units) {
    for (const name of new Set(
      [...wordings(unit.name), ...wordings(unit.short)].map((text) => fold(text ?? '')),
    )) {
      if (name !== '') byName.set(name, byName.has(name) ? null : unit);
    }
  }
  return (name) => {
    const found = wordings(name).flatMap((text) => byName.get(fold(text ?? '')) ?? []);
    return found[0] ?? null;
  };
}
