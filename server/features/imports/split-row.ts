import { Types } from 'mongoose';
import type { Cells } from '../../../contract/import-fields.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import { loadRow, rowAfter } from './mend-row.ts';
import { sortOf } from './row-sort.ts';

/** Makes a row of each person in a cell. What stands there once for all goes to each; addresses go to their owners. */
export async function splitRow(access: Access, id: string, row: string, place: number): Promise<void> {
  const draft = await importIn(access, id, ['checked']);
  await splitInto(access, draft, await loadRow(draft, row), place);
}

export async function splitInto(
  access: Access,
  draft: ListedImport,
  row: ImportRow,
  place: number,
): Promise<void> {
  const people = row.problems[place]?.people ?? [];
  const [own, ...others] = cellsOfEach(row, people);
  if (!own) return;
  const facts = await rowAfter(access, draft, row, { cells: own });
  const written = await ImportRows.updateOne(
    { _id: row._id, rev: row.rev },
    { $set: facts, $inc: { rev: 1 } },
  );
  if (written.matchedCount === 0) throw new Refused('errors.conflict-rev');
  for (const [index, cells] of others.entries()) {
    const part = row.part + index + 1;
    const blank = {
      ...row,
      _id: new Types.ObjectId(),
      part,
      sort: sortOf(row.number, part),
      match: null,
      rev: 1,
    };
    const fresh: ImportRow = { ...blank, keys: [], notes: [], settled: [], choice: '' };
    const facts = await rowAfter(access, draft, fresh, { cells });
    await ImportRows.collection.insertOne({ ...fresh, ...facts });
  }
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
