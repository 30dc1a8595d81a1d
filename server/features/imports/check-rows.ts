import { setImmediate as breathe } from 'node:timers/promises';
import { Events, type Conference } from '../../../models/event.ts';
import { type GuestImport, GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { insertMissing } from '../../platform/database/insert-missing.ts';
import { AppError } from '../../platform/errors.ts';
import { checkFile } from './ask-worker.ts';
import { derivedId } from './derived-id.ts';
import { findMatches } from './find-matches.ts';
import { bytesOf, type ListedImport } from './import-facts.ts';
import { nobody } from './likely-people.ts';
import { planRow } from './plan-row.ts';
import { sortOf } from './row-sort.ts';
import { circleOf, contextOf } from './row-context.ts';
import { usedFields } from './table-columns.ts';
import type { CheckedRow } from './worker-tasks.ts';
import type { Delimiter, Encoding } from '../../platform/sheets/table.ts';

const CHUNK = 500;

/** Reads, cleans and compares all rows of a draft and keeps them as its rows. Begun again, it begins anew. */
export async function checkRows(
  draft: ListedImport,
  alive: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const event = await Events.findById(draft.event).lean<Conference>();
  if (!event) return;
  await ImportRows.deleteMany({ import: draft._id });
  const checked = await readRows(draft, event);
  if (!checked) return;
  const rows = checked.map((row) => rowDocument(row, draft));
  await alive(0, rows.length);
  await findMatches(rows, circleOf(event, draft));
  for (const row of rows) Object.assign(row, planRow(row));
  for (let from = 0; from < rows.length; from += CHUNK) {
    // Whoever was slow and was taken over stops here, before writing rows of an older reading.
    await alive(from, rows.length);
    await insertMissing(ImportRows, rows.slice(from, from + CHUNK) as unknown as { _id: string }[]);
    await breathe();
  }
  await alive(rows.length, rows.length);
  await finish(draft, { state: 'checked', trouble: null, shown: usedFields(rows) });
}

async function readRows(draft: ListedImport, event: Conference): Promise<CheckedRow[] | null> {
  const rows: CheckedRow[] = [];
  const { encoding, delimiter } = draft.source;
  try {
    await checkFile(
      {
        bytes: await bytesOf(draft._id),
        reading: {
          encoding: (encoding || null) as Encoding | null,
          delimiter: (delimiter || null) as Delimiter | null,
        },
        layout: draft.layout,
        context: contextOf(event),
      },
      (piece) => rows.push(...piece),
    );
    if (rows.every(({ isHeading }) => isHeading)) throw new AppError(422, 'imports.file.no-rows');
    return rows;
  } catch (error) {
    // What is wrong with the file is told on the page of the columns; anything else is ours.
    if (!(error instanceof AppError)) throw error;
    await finish(draft, { state: 'columns', trouble: { code: error.code, params: error.params } });
    return null;
  }
}

async function finish(draft: ListedImport, facts: Partial<GuestImport>): Promise<void> {
  await GuestImports.updateOne({ _id: draft._id, state: 'checking' }, { $set: facts });
}

function rowDocument(row: CheckedRow, draft: ListedImport): ImportRow {
  const { number, source, cells, problems, notes, keys, isHeading } = row;
  return {
    // By its place in the file, so that two who check at once make the same rows.
    _id: derivedId(draft._id, draft.layout.sheet, number),
    import: draft._id,
    number,
    part: 0,
    sort: sortOf(number, 0),
    source,
    cells,
    problems,
    notes,
    settled: [],
    keys,
    ...nobody,
    choice: isHeading ? 'skip' : '',
    plan: 'add',
    open: false,
    matters: [],
    outcome: '',
    reason: '',
    before: null,
    contact: null,
    contactIsNew: false,
    rev: 1,
    expires: draft.expires,
  };
}
