import type { GuestImport, ImportCounts } from '../../../models/guest-import.ts';
import { ImportRows, type RowOutcome } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';

/** What came of the rows of an import. */
export async function outcomeCounts({ _id }: Pick<ListedImport, '_id'>): Promise<ImportCounts> {
  const [added = 0, updated = 0, merged = 0, skipped = 0, left = 0] = await counted(_id, [
    'added',
    'updated',
    'merged',
    'skipped',
    'left',
  ]);
  return { added, updated, merged, skipped, left };
}

/** What came of them when it was taken back. */
export async function undoneCounts({
  _id,
}: Pick<ListedImport, '_id'>): Promise<NonNullable<GuestImport['undo']>> {
  const [removed = 0, restored = 0, left = 0] = await counted(_id, ['removed', 'restored', 'kept']);
  return { removed, restored, left };
}

function counted(run: ListedImport['_id'], outcomes: readonly RowOutcome[]): Promise<number[]> {
  return Promise.all(outcomes.map((outcome) => ImportRows.countDocuments({ import: run, outcome })));
}
