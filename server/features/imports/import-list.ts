import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import type { ListedImport } from './import-facts.ts';

const MOST = 100;

/** The imports of an event, the latest first. */
export async function importList({ event }: Access): Promise<ListedImport[]> {
  return GuestImports.find({ event: event._id }, { bytes: 0, preview: 0 })
    .sort({ createdAt: -1, _id: -1 })
    .limit(MOST)
    .lean<ListedImport[]>();
}

export async function hasRows({ _id }: Pick<ListedImport, '_id'>): Promise<boolean> {
  return (await ImportRows.exists({ import: _id })) !== null;
}

/** Whether somebody has mended rows of a draft by hand, which reading it anew would forget. */
export async function wasMended({ _id }: Pick<ListedImport, '_id'>): Promise<boolean> {
  return (await ImportRows.exists({ import: _id, rev: { $gt: 1 } })) !== null;
}

/** Guests whom undoing has left where they are. */
export async function keptRows({ _id }: Pick<ListedImport, '_id'>, most: number): Promise<ImportRow[]> {
  return ImportRows.find({ import: _id, outcome: 'kept' }).sort({ sort: 1 }).limit(most).lean<ImportRow[]>();
}

/** Rows that are, or were, left out. */
export async function leftRows({ _id, state }: ListedImport, most: number): Promise<ImportRow[]> {
  const isWritten = state === 'done' || state === 'undone' || state === 'undoing';
  const filter: object = isWritten ? { import: _id, outcome: 'left' } : { import: _id, plan: 'blocked' };
  return ImportRows.find(filter).sort({ sort: 1 }).limit(most).lean<ImportRow[]>();
}

/** Rows that will be written although a question about them was not answered. */
export async function openQuestions({ _id }: Pick<ListedImport, '_id'>): Promise<number> {
  return ImportRows.countDocuments({ import: _id, open: true, plan: { $ne: 'blocked' } });
}
