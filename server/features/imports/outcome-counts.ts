import type { ImportCounts } from '../../../models/guest-import.ts';
import { ImportRows, type RowOutcome } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';

/** What came of the rows of an import. */
export async function outcomeCounts({ _id }: Pick<ListedImport, '_id'>): Promise<ImportCounts> {
  const count = (outcome: RowOutcome): Promise<number> => ImportRows.countDocuments({ import: _id, outcome });
  const [added, updated, merged, skipped, left] = await Promise.all([
    count('added'),
    count('updated'),
    count('merged'),
    count('skipped'),
    count('left'),
  ]);
  return { added, updated, merged, skipped, left };
}
