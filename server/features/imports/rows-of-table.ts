import { type Cells, type ImportField, isCellField, nameParts } from '../../../contract/import-fields.ts';
import type { ImportLayout } from '../../../models/guest-import.ts';
import type { Cell } from '../../platform/sheets/table.ts';
import { fold } from '../../platform/text.ts';
import { cellText, dayAndMonth } from './clean/cell-text.ts';
import { oneLine } from './clean/tidy-text.ts';

export interface TableRow {
  /** As the spreadsheet counts. */
  number: number;
  source: Cells;
  /** A seat that the spreadsheet took for a date, as it was typed. */
  seat: string | null;
  /** Lines that are no person: headings, sums, a header that is repeated. */
  isHeading: boolean;
}

/** The people of a sheet below its header; empty lines are nobody. */
export function rowsOfTable(rows: readonly (readonly Cell[])[], layout: ImportLayout): TableRow[] {
  const from = layout.firstRow + layout.headerRows;
  return rows.slice(from).flatMap((row, index) => {
    const filled = row.filter((cell) => oneLine(cellText(cell)) !== '');
    if (filled.length === 0) return [];
    const number = from + index + 1;
    const raw = rawOf(row, layout);
    const source = wholeName(raw);
    const seat = dayAndMonth(raw.seat ?? null);
    return [{ number, source, seat, isHeading: isHeading(source, row, layout) }];
  });
}

function rawOf(row: readonly Cell[], { columns }: ImportLayout): Partial<Record<ImportField, Cell>> {
  const raw: Partial<Record<ImportField, Cell>> = {};
  for (const [index, { field }] of columns.entries()) if (field !== '') raw[field] = row[index] ?? null;
  return raw;
}

function wholeName(raw: Partial<Record<ImportField, Cell>>): Cells {
  const texts = Object.entries(raw).map(([field, cell]) => [field, cellText(cell)] as const);
  const cells: Cells = Object.fromEntries(texts.filter(([field]) => isCellField(field as ImportField)));
  const [family, given, middle] = nameParts.map((part) => cellText(raw[part] ?? null).trim());
  if (!family && !given && !middle) return cells;
  // A Russian is family, given, patronymic; everybody else's middle name stands between.
  const isRussian = /\p{Script=Cyrillic}/u.test(`${family}${given}`);
  const joined = (isRussian ? [family, given, middle] : [family, middle, given]).filter(Boolean).join(' ');
  return { ...cells, name: cells.name?.trim() ? cells.name : joined };
}

const sums = /^(tong|tong cong|tong so|cong|total|sum|итого|всего|nguoi lap|ngay \d|ghi chu)( |$)/;
const numeral = /^(?:[IVXLC]+|[A-ZА-Я]|\d{1,2})[.)\-/:\s]\s*\S/u;

function isHeading(source: Cells, row: readonly Cell[], { columns }: ImportLayout): boolean {
  const texts = row.map((cell) => oneLine(cellText(cell)));
  const filled = texts.filter((text) => text !== '');
  if (columns.length < 3) return false;
  const first = filled[0] ?? '';
  if (filled.length <= 2 && sums.test(fold(first))) return true;
  const isHeader = texts.every((text, index) => text === '' || text === columns[index]?.title);
  if (isHeader && filled.length >= 3) return true;
  if (filled.length !== 1) return filled.length === 2 && isRoman(first) && !source.email && !source.phone;
  const loud =
    first === first.toLocaleUpperCase('vi') && /\p{L}{3}/u.test(first) && first.split(' ').length > 4;
  return numeral.test(first) || loud || !source.name;
}

function isRoman(text: string): boolean {
  return /^[IVX]+[.)]?$/.test(text);
}
