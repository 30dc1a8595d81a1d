import mongoose, { type Types } from 'mongoose';
import type { GuestImport } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { chooseColumns } from '../../../server/features/imports/choose-columns.ts';
import { type ListedImport, loadImport } from '../../../server/features/imports/import-facts.ts';
import { rowCounts } from '../../../server/features/imports/row-counts.ts';
import { runImports } from '../../../server/features/imports/run-imports.ts';
import { startImport } from '../../../server/features/imports/start-import.ts';
import { startWriting } from '../../../server/features/imports/start-writing.ts';

/** A table as its owner sees it after the third step: read, mapped as guessed, checked. */
export async function checkedImport(
  access: Access,
  table: string | Buffer,
  name = 'danh-sach.csv',
): Promise<{ id: string; draft: ListedImport; rows: ImportRow[] }> {
  const bytes = typeof table === 'string' ? Buffer.from(table) : table;
  const { _id } = await startImport(access, { bytes, name });
  const id = String(_id);
  const { layout } = await loadImport(access, id);
  await chooseColumns(
    access,
    id,
    layout.columns.map(({ field }) => field),
  );
  await runImports();
  return { id, draft: await loadImport(access, id), rows: await rowsOf(_id) };
}

export async function rowsOf(id: Types.ObjectId | string): Promise<ImportRow[]> {
  return ImportRows.find({ import: id }).sort({ sort: 1 }).lean<ImportRow[]>();
}

/** Writes what is ready and says what came of it. */
export async function write(access: Access, id: string): Promise<GuestImport['counts']> {
  const draft = await loadImport(access, id);
  const { add, update } = await rowCounts(draft);
  await startWriting(access, id, add + update);
  await runImports();
  return (await loadImport(access, id)).counts;
}

/**
 * Everything of these collections, for comparing before with after. Revisions and the moment of the last change only
 * ever go forward.
 */
export async function dump(...collections: readonly string[]): Promise<Record<string, object[]>> {
  const pairs = await Promise.all(
    collections.map(async (name) => {
      const rows = await mongoose.connection.collection(name).find({}).sort({ _id: 1 }).toArray();
      return [name, rows.map(({ rev: _rev, updatedAt: _at, effects: _effects, ...rest }) => rest)] as const;
    }),
  );
  return Object.fromEntries(pairs);
}
