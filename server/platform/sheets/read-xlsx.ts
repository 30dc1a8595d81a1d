import readExcelFile from 'read-excel-file/node';
import { AppError } from '../errors.ts';
import { sheetLimits } from './sheet-limits.ts';
import { storedZip } from './stored-zip.ts';
import type { Cell, Sheet } from './table.ts';
import { type Entry, tooHeavy, unreadable, unzipGuarded } from './unzip-guarded.ts';

/** What a table is made of. Macros, pictures and links to other files are not even handed on. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** Reads every sheet of a workbook. */
export async function readXlsx(file: Buffer): Promise<Sheet[]> {
  const entries = unzipGuarded(file).filter(({ name }) => needed.test(name));
  if (!entries.some(({ name }) => /worksheets\//i.test(name))) throw unreadable();
  const plain = storedZip(entries.map(withoutEmptyCells));
  const sheets = await readExcelFile(plain).catch((error: unknown) => {
    throw error instanceof AppError ? error : unreadable();
  });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
}

/**
 * Whole columns are often formatted down to row 1,048,576 without holding anything. Such cells are left out; what is
 * left then says how large the table is.
 */
function withoutEmptyCells(entry: Entry): Entry {
  if (!/^xl\/worksheets\//i.test(entry.name)) return entry;
  const text = entry.data.toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unreadable();
  const filled = text
    .replace(/<(?:x:)?c\b[^>]*\/>/g, '')
    .replace(/<((?:x:)?c)\b[^<>]*><\/\1>/g, '')
    .replace(/<((?:x:)?row)\b[^<>]*(?:\/>|>\s*<\/\1>)/g, '');
  checkSize(filled);
  return { name: entry.name, data: Buffer.from(filled) };
}

function checkSize(xml: string): void {
  let rows = 0;
  let last = 0;
  for (const [, row] of xml.matchAll(/<(?:x:)?row\b[^<>]*?\br="(\d{1,9})"/g)) {
    rows += 1;
    last = Math.max(last, Number(row));
  }
  if (rows > sheetLimits.rows + 100 || last > sheetLimits.rows * 2) throw tooManyRows();
  for (const [, letters = ''] of xml.matchAll(/<(?:x:)?c\b[^<>]*?\br="([A-Z]{1,9})\d/g)) {
    if (columnOf(letters) > sheetLimits.columns) throw tooManyColumns();
  }
}

export function tooManyRows(): AppError {
  return new AppError(422, 'imports.file.too-many-rows', { most: sheetLimits.rows });
}

export function tooManyColumns(): AppError {
  return new AppError(422, 'imports.file.too-many-columns', { most: sheetLimits.columns });
}

function columnOf(letters: string): number {
  if (letters.length > 3) throw tooHeavy();
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value.slice(0, sheetLimits.cell);
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  return null;
}
