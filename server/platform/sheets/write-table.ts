import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { safeCell } from './safe-cell.ts';

export interface Writing {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Name of the sheet. */
  title: string;
}

/** A text table that Excel opens with its accents and without running anything. */
export function writeCsv({ header, rows }: Writing): Buffer {
  const safe = [header, ...rows].map((row) => row.map(safeCell));
  return Buffer.from(stringify(safe, { bom: true, record_delimiter: '\r\n' }));
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
