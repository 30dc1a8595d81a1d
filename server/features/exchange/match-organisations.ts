import type { Types } from 'mongoose';
import { type Organisation, Organisations } from '../../../models/organisation.ts';
import { fold } from '../../platform/text.ts';
import { organisationRecord } from '../directory/organisation-record.ts';
import { wordings } from '../directory/wordings.ts';
import type { OrganisationPart } from './format/guests.ts';

export interface OrganisationPlan {
  ids: Map<string, Types.ObjectId>;
  fresh: Organisation[];
}

type Known = Pick<Organisation, '_id' | 'name' | 'parent'>;

/** Finds each organisation of a file in the directory by its name, and prepares those that are not there. */
export async function matchOrganisations(
  parts: readonly OrganisationPart[],
  nextId: () => Types.ObjectId,
): Promise<OrganisationPlan> {
  const known = await Organisations.find({ archivedAt: null }, { name: 1, parent: 1 })
    .sort({ _id: 1 })
    .lean<Known[]>();
  const byName = groupedByName(known);
  const plan: OrganisationPlan = { ids: new Map(), fresh: [] };
  const taken = new Set<Known>();
  for (const part of parentsFirst(parts)) {
    const parent = plan.ids.get(part.parent) ?? null;
    const found = namesOf(part)
      .flatMap((name) => byName.get(name) ?? [])
      .find((unit) => !taken.has(unit) && mayBeBelow(unit, parent));
    if (found) taken.add(found);
    else plan.fresh.push(organisationDocument(part, nextId(), parent));
    plan.ids.set(part.ref, found?._id ?? idOfLast(plan.fresh));
  }
  return plan;
}

function groupedByName(units: readonly Known[]): Map<string, Known[]> {
  const grouped = new Map<string, Known[]>();
  for (const unit of units) {
    for (const name of namesOf(unit)) grouped.set(name, [...(grouped.get(name) ?? []), unit]);
  }
  return grouped;
}

// Departments of the same name exist in many enterprises: under another parent it is another organisation.
function mayBeBelow(unit: Known, parent: Types.ObjectId | null): boolean {
  return !parent || !unit.parent || unit.parent.equals(parent);
}

function namesOf({ name }: Pick<Organisation, 'name'>): string[] {
  return [...new Set(wordings(name).map((text) => fold(text ?? '')))].filter(Boolean);
}

function parentsFirst(parts: readonly OrganisationPart[]): OrganisationPart[] {
  const byRef = new Map(parts.map((part) => [part.ref, part]));
  const depth = (part: OrganisationPart): number => {
    const parent = byRef.get(part.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  return parts.toSorted((a, b) => depth(a) - depth(b));
}

function organisationDocument(
  part: OrganisationPart,
  _id: Types.ObjectId,
  parent: Types.ObjectId | null,
): Organisation {
  const { name, short, tier } = part;
  return {
    _id,
    name,
    short,
    parent,
    tier,
    ...organisationRecord(part),
    archivedAt: null,
    rev: 1,
    effects: [],
  };
}

function idOfLast(fresh: readonly Organisation[]): Types.ObjectId {
  const last = fresh.at(-1);
  if (!last) throw new Error('No organisation was prepared');
  return last._id;
}
