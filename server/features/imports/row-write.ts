import { GuestImports, type ImportState } from '../../../models/guest-import.ts';
import { type ImportRow } from '../../../models/import-row.ts';
import { Refused } from '../../platform/errors.ts';
import type { ListedImport } from './import-facts.ts';

/** The row as it was read, and not written to the list in the meantime. */
export function asRead({ _id, rev }: Pick<ImportRow, '_id' | 'rev'>) {
  return { _id, rev, outcome: '' as const };
}

/**
 * Looked at after a row was written: had somebody begun to write the import in that very moment, the row may have been
 * read before, and whoever typed is told.
 */
export async function stillIn({ _id }: Pick<ListedImport, '_id'>, state: ImportState): Promise<void> {
  if (!(await GuestImports.exists({ _id, state }))) throw new Refused('imports.wrong-state');
}
