import { Types } from 'mongoose';
import { inLocale } from '../../../contract/localised.ts';
import { nominationLimits } from '../../../contract/nominations.ts';
import { type Nomination, Nominations } from '../../../models/nomination.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { settle } from '../../platform/database/effects.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { checkCategory } from '../guests/guest-facts.ts';
import { type KnownUnit, organisationsById, organisationsCalled } from './find-organisations.ts';
import type { UnitsInput } from './input.ts';
import { endOfDay, newNomination, type Terms, type UnitDraft } from './new-nomination.ts';
import { readLines } from './read-lines.ts';
import { tellNominations } from './tell-nominations.ts';
import { unitKeyOf } from './unit-key.ts';

export interface Asked {
  asked: number;
  /** Had been asked before; nothing about them was changed. */
  already: number;
}

/** Gives units a quota and a link each. The same form sent twice asks nobody twice. */
export async function askUnits(access: Access, input: UnitsInput, linkKey: string): Promise<Asked> {
  const { event } = demand(access, 'nominations.edit');
  checkCategory(access, input.category);
  const { lines: _lines, units: _units, quota: _quota, deadline, ...wishes } = input;
  const terms: Terms = { ...wishes, deadline: endOfDay(event.timeZone, deadline) };
  const drafts = onceEach([...(await draftsOfLines(input)), ...(await draftsOfTicks(input))]);
  if (drafts.length === 0) {
    throw new Invalid([{ path: 'lines', key: 'nominations.error.no-units', params: {} }]);
  }
  const asked = await insert(drafts.map((draft) => newNomination(access, draft, terms, linkKey)));
  for (const id of asked) settle(Nominations, id);
  tellNominations(event);
  return { asked: asked.length, already: drafts.length - asked.length };
}

async function draftsOfLines({ lines, quota }: UnitsInput): Promise<UnitDraft[]> {
  const { rows, problems } = readLines(lines);
  const [first] = problems;
  if (first) {
    const { line, text, kind } = first;
    const params = { line, text, more: problems.length - 1 };
    throw new Invalid([{ path: 'lines', key: `nominations.error.line-${kind}`, params }]);
  }
  if (rows.length > nominationLimits.units) {
    const params = { most: nominationLimits.units };
    throw new Invalid([{ path: 'lines', key: 'nominations.error.too-many-units', params }]);
  }
  const known = await organisationsCalled(rows.map(({ unit }) => unit));
  return rows.map((row) => ({
    ...named(known.get(row.unit), row.unit),
    quota: row.quota ?? commonQuota(quota, row.unit),
    secretary: row.secretary,
  }));
}

async function draftsOfTicks({ units, quota }: UnitsInput): Promise<UnitDraft[]> {
  const secretary = { name: '', email: '', phone: '' };
  const ids = units.filter((unit) => /^o:[0-9a-f]{24}$/.test(unit)).map((unit) => unit.slice(2));
  const names = units.filter((unit) => unit.startsWith('n:')).map((unit) => unit.slice(2).trim());
  const organisations = await organisationsById(ids);
  const known = await organisationsCalled(names);
  const ticked = [
    ...organisations.map((unit) => named(unit, '')),
    ...names.filter((name) => name !== '').map((name) => named(known.get(name), name)),
  ];
  return ticked.map((unit) => ({
    ...unit,
    quota: commonQuota(quota, inLocale(unit.name, 'vi')),
    secretary,
  }));
}

function commonQuota(quota: number | undefined, unit: string): number {
  if (quota !== undefined) return quota;
  throw new Invalid([{ path: 'quota', key: 'nominations.error.quota-missing', params: { unit } }]);
}

function named(unit: KnownUnit | undefined, typed: string): Pick<UnitDraft, 'organisation' | 'name'> {
  return unit
    ? { organisation: new Types.ObjectId(String(unit._id)), name: unit.name }
    : { organisation: null, name: { vi: typed } };
}

/** A unit that was both pasted and ticked is one unit; the line knows its secretary. */
function onceEach(drafts: readonly UnitDraft[]): UnitDraft[] {
  const byKey = new Map<string, UnitDraft>();
  for (const draft of drafts) {
    const key = unitKeyOf({ organisation: draft.organisation, name: inLocale(draft.name, 'vi') });
    if (!byKey.has(key)) byKey.set(key, draft);
  }
  return [...byKey.values()];
}

/** Those that were asked now. A unique index settles who was asked before. */
async function insert(nominations: readonly Nomination[]): Promise<Types.ObjectId[]> {
  const ids = nominations.map(({ _id }) => _id);
  try {
    await Nominations.insertMany(nominations, { ordered: false });
    return ids;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const there = await Nominations.find({ _id: { $in: ids } }, { _id: 1 }).lean();
  return there.map(({ _id }) => _id);
}
