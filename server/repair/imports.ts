import { GuestImports } from '../../models/guest-import.ts';
import { ImportRows } from '../../models/import-row.ts';
import type { ListedImport } from '../features/imports/import-facts.ts';
import { outcomeCounts, undoneCounts } from '../features/imports/outcome-counts.ts';
import { now } from '../platform/clock.ts';
import { type Check, compared, type Difference } from './difference.ts';

export const imports: readonly Check[] = [
  { about: 'imports of guests: what came of them, as their rows say', find: counts },
];

/** As long as all rows are there: they go after a while, and the numbers stay. */
async function counts(): Promise<Difference[]> {
  const finished = await GuestImports.find({ state: { $in: ['done', 'undone'] } }, { bytes: 0 }).lean<
    ListedImport[]
  >();
  const found: Difference[] = [];
  for (const run of finished) {
    const { _id, state } = run;
    if (!(await hasAllRows(run))) continue;
    const computed =
      state === 'done' ? { counts: await outcomeCounts(run) } : { undo: await undoneCounts(run) };
    found.push(
      ...compared({ collection: 'guest-imports', id: _id }, run, computed, (fields) =>
        GuestImports.updateOne({ _id, state }, { $set: fields }),
      ),
    );
  }
  return found;
}

async function hasAllRows({ _id }: ListedImport): Promise<boolean> {
  const [some, late] = await Promise.all([
    ImportRows.exists({ import: _id }),
    ImportRows.exists({ import: _id, expires: { $lte: now() } }),
  ]);
  return some !== null && late === null;
}
