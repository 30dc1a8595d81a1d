import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { safeCell } from './safe-cell.ts';

interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface Writing extends Table {
  /** Name of the sheet. */
  title: string;
}

// Spreadsheets take a table without this mark for one in an old alphabet.
const MARK = '\uFEFF';

/** A text table that Excel opens with its accents and without running anything. */
export function writeCsv({ header, rows }: Table | Writing): Buffer {
  return Buffer.from(MARK + csvLines([header, ...rows]));
}

/** More rows of such a table, for one too long to be written at once. */
export function csvLines(rows: Table['rows']): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { record_delimiter: '\r\n' },
  );
}

/** A workbook of texts: telephones keep their plus and their zero, formulas stay what was typed. */
export async function writeXlsx({ header, rows, title }: Writing): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String }) as const;
  const head = header.map((value) => ({ ...text(value), fontWeight: 'bold' as const }));
  const data = [head, ...rows.map((row) => row.map(text))];
  const columns = header.map((value) => ({ width: Math.min(60, Math.max(14, value.length + 4)) }));
  const sheet = title.replace(/[[\]*/\\?:]/g, ' ').slice(0, 31);
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}
