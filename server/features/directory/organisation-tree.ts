import type { Types } from 'mongoose';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import type { OfficeAccess } from '../access/access.ts';

const fields = { name: 1, short: 1, parent: 1, tier: 1, words: 1, sortKey: 1, archivedAt: 1 } as const;

export type Unit = Pick<Organisation, keyof typeof fields | '_id'>;

/** A unit in its place: the rows of a tree in the order in which they are read. */
export interface PlacedUnit {
  unit: Unit;
  /** 1 at the top. */
  depth: number;
}

/** Every organisation, also the archived ones, in the order of their names. */
export async function allUnits(_access: OfficeAccess): Promise<Unit[]> {
  return Organisations.find({}, fields).sort({ sortKey: 1, _id: 1 }).lean<Unit[]>();
}

/**
 * Units below their parents. A unit whose parent is not among the given ones stands at the top, and so does one of
 * a circle, which two people moving units at the same moment may leave behind: nobody disappears.
 */
export function placedUnits(units: readonly Unit[]): PlacedUnit[] {
  const known = new Set(units.map(({ _id }) => String(_id)));
  const below = childrenOf(units);
  const placed = new Map<string, PlacedUnit>();
  const place = (unit: Unit, depth: number): void => {
    if (placed.has(String(unit._id))) return;
    placed.set(String(unit._id), { unit, depth });
    for (const child of below.get(String(unit._id)) ?? []) place(child, depth + 1);
  };
  for (const unit of units) if (!unit.parent || !known.has(String(unit.parent))) place(unit, 1);
  for (const unit of units) place(unit, 1);
  return [...placed.values()];
}

/** The units above one, from the top down. */
export function unitsAbove(units: readonly Unit[], unit: { parent: Types.ObjectId | null }): Unit[] {
  const byId = new Map(units.map((each) => [String(each._id), each]));
  const above: Unit[] = [];
  let parent = byId.get(String(unit.parent));
  while (parent && !above.includes(parent)) {
    above.unshift(parent);
    parent = byId.get(String(parent.parent));
  }
  return above;
}

/** The ids of a unit and of everything below it: none of them can be its parent. */
export function branchOf(units: readonly Unit[], root: Types.ObjectId): Set<string> {
  const below = childrenOf(units);
  const branch = new Set<string>();
  const open = [String(root)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (branch.has(id)) continue;
    branch.add(id);
    open.push(...(below.get(id) ?? []).map(({ _id }) => String(_id)));
  }
  return branch;
}

function childrenOf(units: readonly Unit[]): Map<string, Unit[]> {
  const below = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = String(unit.parent);
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  return below;
}
