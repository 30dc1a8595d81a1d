import { parentPort } from 'node:worker_threads';
import { AppError } from '../../platform/errors.ts';
import { readTable } from '../../platform/sheets/read-table.ts';
import { sheetLimits } from '../../platform/sheets/sheet-limits.ts';
import type { Cell, Reading, Table } from '../../platform/sheets/table.ts';
import { cellText } from './clean/cell-text.ts';
import { cleanRow } from './clean/clean-row.ts';
import { oneLine } from './clean/tidy-text.ts';
import { guessLayout, layoutAt } from './guess-layout.ts';
import { rowKeys } from './row-keys.ts';
import { rowsOfTable, type TableRow } from './rows-of-table.ts';
import type { CheckedRow, CheckTask, Looked, LookTask, WorkerAnswer } from './worker-tasks.ts';

// The thread that reads what people send. Whatever a file does to it, the site goes on.
parentPort?.on('message', (task: LookTask | CheckTask) => void carryOut(task));

const CHUNK = 250;
const PREVIEW_ROWS = 40;
const PREVIEW_CELL = 80;

async function carryOut(task: LookTask | CheckTask): Promise<void> {
  try {
    if (task.task === 'look') tell({ kind: 'looked', looked: await look(task) });
    else await check(task);
    tell({ kind: 'end' });
  } catch (error) {
    tell(
      error instanceof AppError
        ? { kind: 'refused', code: error.code, params: error.params }
        : { kind: 'broken', message: error instanceof Error ? error.message : String(error) },
    );
  }
}

function tell(answer: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer);
}

let last: { bytes: Uint8Array; reading: string; table: Table } | null = null;

/** The same file is often read twice in a row: to look, and to check. */
async function tableOf(bytes: Uint8Array, reading: Reading): Promise<Table> {
  const how = JSON.stringify(reading);
  if (last && last.reading === how && Buffer.compare(last.bytes, bytes) === 0) return last.table;
  const table = await readTable(Buffer.from(bytes), reading);
  last = { bytes, reading: how, table };
  return table;
}

async function look({ bytes, reading, sheet, header, memory }: LookTask): Promise<Looked> {
  const { kind, encoding, delimiter, sheets } = await tableOf(bytes, reading);
  const sizes = sheets.map(({ rows }) => rows.length);
  const fullest = sizes.indexOf(Math.max(...sizes));
  const chosen = sheet !== null && sheets[sheet] ? sheet : fullest;
  const rows = sheets[chosen]?.rows ?? [];
  const known = new Map(memory);
  const guess = header ? layoutAt(rows, header, known) : guessLayout(rows, known);
  const first = Math.max(0, guess.firstRow - 2);
  return {
    source: {
      kind,
      encoding: encoding ?? '',
      delimiter: delimiter ?? '',
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length, columns: rows[0]?.length ?? 0 })),
    },
    layout: { sheet: chosen, ...guess },
    preview: rows.slice(first, first + PREVIEW_ROWS).map((row) => row.map(previewOf)),
  };
}

function previewOf(cell: Cell): string {
  return oneLine(cellText(cell)).slice(0, PREVIEW_CELL);
}

async function check({ bytes, reading, layout, context }: CheckTask): Promise<void> {
  const { sheets } = await tableOf(bytes, reading);
  last = null;
  const rows = rowsOfTable(sheets[layout.sheet]?.rows ?? [], layout);
  if (rows.length > sheetLimits.rows)
    throw new AppError(422, 'imports.file.too-many-rows', { most: sheetLimits.rows });
  for (let from = 0; from < rows.length; from += CHUNK) {
    tell({ kind: 'rows', rows: rows.slice(from, from + CHUNK).map((row) => checkedRow(row, context)) });
  }
}

function checkedRow(
  { number, source, seat, isHeading }: TableRow,
  context: CheckTask['context'],
): CheckedRow {
  if (isHeading) {
    const text = Object.values(source).join(' ');
    const notes = [{ field: 'name' as const, code: 'heading' as const, params: { text } }];
    return { number, source, cells: source, problems: [], notes, keys: [], isHeading };
  }
  const clean = cleanRow(source, context);
  if (seat !== null) {
    const params = { text: seat };
    clean.problems.push({
      field: 'seat',
      code: 'seat-date',
      level: 'question',
      fix: { seat },
      people: [],
      params,
    });
  }
  return { number, source, ...clean, keys: rowKeys(clean.cells), isHeading };
}
