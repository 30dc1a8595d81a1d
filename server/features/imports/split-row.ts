import type { Types } from 'mongoose';
import type { Cells } from '../../../contract/import-fields.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { derivedId } from './derived-id.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import { nobody } from './likely-people.ts';
import { loadRow, rowAfter } from './mend-row.ts';
import { asRead, stillIn } from './row-write.ts';
import { sortOf } from './row-sort.ts';
import { showColumnsOf } from './table-columns.ts';

/**
 * Makes a row of each person in a cell, as it has just been typed. What stands there once for all goes to each;
 * addresses go to their owners.
 */
export async function splitRow(
  access: Access,
  id: string,
  row: string,
  { place, cells }: { place: number; cells: Cells },
): Promise<void> {
  const draft = await importIn(access, id, ['checked']);
  const read = await loadRow(draft, row);
  const typed = { ...read, ...(await rowAfter(access, draft, read, { cells })) };
  if (!(await splitInto(access, draft, typed, place))) throw new Refused('errors.conflict-rev');
  await showColumnsOf(draft, [read]);
  await stillIn(draft, 'checked');
}

/**
 * The others get their rows first, under ids made of this row and their names: whatever happens in between, nobody is
 * lost, and splitting again makes nobody twice. False when somebody else has changed the row meanwhile.
 */
export async function splitInto(
  access: Access,
  draft: ListedImport,
  row: ImportRow,
  place: number,
): Promise<boolean> {
  const [own, ...others] = cellsOfEach(row, row.problems[place]?.people ?? []);
  if (!own) return true;
  const made: Types.ObjectId[] = [];
  for (const [index, cells] of others.entries()) {
    const fresh = otherRow(row, index + 1, cells);
    const facts = await rowAfter(access, draft, fresh, { cells });
    if (await insertOnce({ ...fresh, ...facts })) made.push(fresh._id);
  }
  const facts = await rowAfter(access, draft, row, { cells: own });
  const { matchedCount } = await ImportRows.updateOne(asRead(row), { $set: facts, $inc: { rev: 1 } });
  if (matchedCount > 0) return true;
  await takeBack(row, own, made);
  return false;
}

function otherRow(row: ImportRow, place: number, { name = '' }: Cells): ImportRow {
  const part = row.part + place;
  const blank = { ...row, _id: derivedId(row._id, place, name), part, sort: sortOf(row.number, part) };
  return { ...blank, ...nobody, rev: 1, keys: [], notes: [], settled: [], choice: '' };
}

async function insertOnce({ _id, ...row }: ImportRow): Promise<boolean> {
  const { upsertedCount } = await ImportRows.collection.updateOne(
    { _id },
    { $setOnInsert: row },
    { upsert: true },
  );
  return upsertedCount > 0;
}

/** The row says something else now: who was split off it goes again, unless another split was quicker. */
async function takeBack(row: ImportRow, own: Cells, made: readonly Types.ObjectId[]): Promise<void> {
  const now = await ImportRows.findById(row._id, { cells: 1 }).lean<Pick<ImportRow, 'cells'>>();
  if (now?.cells.name === own.name) return;
  await ImportRows.deleteMany({ _id: { $in: [...made] }, rev: 1, outcome: '' });
}

function cellsOfEach({ cells }: ImportRow, people: readonly string[]): Cells[] {
  const [emails, phones, posts] = [cells.email, cells.phone, cells.position].map((text) =>
    (text ?? '').split(/\s*[;,/\n]\s*/).filter((piece) => piece !== ''),
  );
  return people.map((name, index) => ({
    name,
    email: shareOf(emails ?? [], people.length, index),
    phone: shareOf(phones ?? [], people.length, index),
    ...((posts ?? []).length === people.length ? { position: posts?.[index] ?? '' } : {}),
  }));
}

/** As many as there are people: one each. Otherwise the first has it all. */
function shareOf(pieces: readonly string[], people: number, index: number): string {
  if (pieces.length === people) return pieces[index] ?? '';
  return index === 0 ? pieces.join(', ') : '';
}
