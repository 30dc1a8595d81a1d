import { type CellField, cellFields, type Cells, type MatchChoice } from '../../../contract/import-fields.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import { cleanRow } from './clean/clean-row.ts';
import { type RowContext, settledKey } from './clean/row-draft.ts';
import { rowKeys } from './row-keys.ts';

/** What somebody does to one row. */
export interface RowChange {
  cells?: Cells;
  /** Places of problems: the proposal is taken, or the text stays as it is. */
  fix?: number | undefined;
  leave?: number | undefined;
  choice?: MatchChoice | '' | 'undo' | undefined;
  /** Of several who may be meant, the one who is; that says “update”, too. */
  person?: string | undefined;
}

export type NextRow = Pick<ImportRow, 'cells' | 'problems' | 'notes' | 'settled' | 'keys' | 'choice'>;

/** The row after a change. What was noted of other cells stays noted. */
export function nextRow(row: ImportRow, change: RowChange, context: RowContext): NextRow {
  const cells = { ...row.cells, ...change.cells, ...row.problems[change.fix ?? -1]?.fix };
  const touched = cellFields.filter((field) => (cells[field] ?? '') !== (row.cells[field] ?? ''));
  const settled = settledAfter(row, change.leave);
  const isPerson = change.choice === 'undo' || !isHeading(row);
  const clean = isPerson ? cleanRow(cells, context, settled) : { cells, problems: [], notes: [] };
  const kept = row.notes.filter(
    ({ field, code }) => !touched.includes(field) && !(isPerson && code === 'heading'),
  );
  return {
    cells: clean.cells,
    problems: [...clean.problems, ...seatStill(row, { touched, settled })],
    notes: [...kept, ...clean.notes],
    settled,
    keys: isPerson ? rowKeys(clean.cells) : [],
    choice: choiceAfter(row, change),
  };
}

export function isHeading({ notes }: Pick<ImportRow, 'notes'>): boolean {
  return notes.some(({ code }) => code === 'heading');
}

function settledAfter(row: ImportRow, leave: number | undefined): string[] {
  const problem = row.problems[leave ?? -1];
  if (!problem) return row.settled;
  const { code, field } = problem;
  return [...new Set([...row.settled, settledKey(code, field, row.cells[field] ?? '')])];
}

function choiceAfter(row: ImportRow, { choice, person }: RowChange): ImportRow['choice'] {
  if (person !== undefined) return 'update';
  if (choice === undefined) return row.choice;
  return choice === 'undo' ? '' : choice;
}

/** Only the file knew that a seat had been a date, so the question is carried along. */
function seatStill(
  row: ImportRow,
  { touched, settled }: { touched: readonly CellField[]; settled: readonly string[] },
): ImportRow['problems'] {
  if (touched.includes('seat')) return [];
  const seat = row.cells.seat ?? '';
  return row.problems.filter(
    ({ code }) => code === 'seat-date' && !settled.includes(settledKey(code, 'seat', seat)),
  );
}
