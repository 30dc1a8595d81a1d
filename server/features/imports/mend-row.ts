import { isObjectIdOrHexString, Types } from 'mongoose';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { matchOf } from './find-matches.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import { type Likely, likelyOf, withChosen } from './likely-people.ts';
import { nextRow, type NextRow, type RowChange } from './next-row.ts';
import { planRow } from './plan-row.ts';
import { circleOf, contextOf } from './row-context.ts';
import { asRead, stillIn } from './row-write.ts';
import { showColumnsOf } from './table-columns.ts';

const TRIES = 5;

/** Keeps what was typed into a row, or chosen for it, and checks the row anew. */
export async function mendRow(
  access: Access,
  id: string,
  row: string,
  change: RowChange,
): Promise<ImportRow> {
  const draft = await importIn(access, id, ['checked']);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await loadRow(draft, row);
    const facts = await rowAfter(access, draft, before, change);
    const written = await ImportRows.findOneAndUpdate(
      asRead(before),
      { $set: facts, $inc: { rev: 1 } },
      { returnDocument: 'after' },
    ).lean<ImportRow>();
    await stillIn(draft, 'checked');
    if (written) {
      await showColumnsOf(draft, [written]);
      return written;
    }
  }
  throw new Refused('errors.conflict-rev');
}

export type RowFacts = NextRow & Likely & Pick<ImportRow, 'plan' | 'open' | 'matters' | 'reason'>;

/** Everything of a row that follows from a change to it. */
export async function rowAfter(
  { event }: Access,
  draft: ListedImport,
  before: ImportRow,
  change: RowChange,
): Promise<RowFacts> {
  const next = nextRow(before, change, contextOf(event));
  const found = sameIdentity(before, next)
    ? likelyOf(before)
    : await matchOf({ ...before, ...next }, circleOf(event, draft));
  const likely = chosenOf(found, before, change);
  const other = String(likely.match?.id) !== String(before.match?.id);
  const isSaid = next.choice === 'skip' || change.choice !== undefined || change.person !== undefined;
  const row = { ...next, ...likely, choice: other && !isSaid ? '' : next.choice };
  return { ...row, ...planRow(row) };
}

/** Whoever is chosen now, or was chosen before, comes first. */
function chosenOf(found: Likely, { choice, match }: ImportRow, { person }: RowChange): Likely {
  if (person === undefined) return (choice === 'update' && withChosen(found, String(match?.id))) || found;
  const chosen = withChosen(found, person);
  if (!chosen) throw new Refused('errors.choice');
  return chosen;
}

export async function loadRow(draft: ListedImport, id: string): Promise<ImportRow> {
  const filter = isObjectIdOrHexString(id) ? { _id: new Types.ObjectId(id), import: draft._id } : null;
  const row = filter ? await ImportRows.findOne(filter).lean<ImportRow>() : null;
  if (!row) throw new NotFound('imports.unknown-row');
  return row;
}

/** Whether the row still describes the same somebody: then nobody need be looked for. */
function sameIdentity(before: ImportRow, after: NextRow): boolean {
  const told = ['organisation', 'position'] as const;
  return (
    before.keys.join() === after.keys.join() &&
    told.every((field) => (before.cells[field] ?? '') === (after.cells[field] ?? ''))
  );
}
