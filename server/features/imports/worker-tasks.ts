import type { Cells, ImportField } from '../../../contract/import-fields.ts';
import type { ErrorParams } from '../../platform/errors.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { CellNote, CellProblem } from '../../../models/import-row.ts';
import type { ImportLayout, ImportSource } from '../../../models/guest-import.ts';
import type { Reading } from '../../platform/sheets/table.ts';
import type { RowContext } from './clean/row-draft.ts';

/** What is asked of the thread that reads tables. Everything crosses as plain data. */
export interface LookTask {
  task: 'look';
  bytes: Uint8Array;
  reading: Reading;
  /** Null: the sheet with most in it. */
  sheet: number | null;
  /** Where the header is said to be; null to look for it. */
  header: Pick<ImportLayout, 'firstRow' | 'headerRows'> | null;
  memory: [title: string, field: ImportField | ''][];
}

export interface CheckTask {
  task: 'check';
  bytes: Uint8Array;
  reading: Reading;
  layout: ImportLayout;
  context: RowContext;
}

export interface Looked {
  source: Omit<ImportSource, 'file'>;
  layout: ImportLayout;
  /** The first rows as text, for the eye. */
  preview: string[][];
}

export interface CheckedRow {
  number: number;
  source: Cells;
  cells: Cells;
  problems: CellProblem[];
  notes: CellNote[];
  keys: string[];
  isHeading: boolean;
}

export type WorkerAnswer =
  | { kind: 'looked'; looked: Looked }
  | { kind: 'rows'; rows: CheckedRow[] }
  | { kind: 'end' }
  | { kind: 'refused'; code: MessageKey; params: ErrorParams }
  | { kind: 'broken'; message: string };
