import type { ImportField } from '../../../contract/import-fields.ts';
import type { ImportLayout } from '../../../models/guest-import.ts';
import { fold } from '../../platform/text.ts';
import type { Cell } from '../../platform/sheets/table.ts';
import { cellText } from './clean/cell-text.ts';
import { fieldOfTitle } from './clean/header-words.ts';
import { isFamilyName } from './clean/name-words.ts';
import { oneLine } from './clean/tidy-text.ts';

const SEARCHED = 30;

/** Titles remembered from earlier lists of this office, without accents. */
export type Memory = ReadonlyMap<string, ImportField | ''>;

export type Guess = Omit<ImportLayout, 'sheet'>;

/** Where the table begins and what its columns hold. Lines above the header and headers of two lines are seen through. */
export function guessLayout(rows: readonly (readonly Cell[])[], memory: Memory = new Map()): Guess {
  const texts = rows.slice(0, SEARCHED).map((row) => row.map((cell) => oneLine(cellText(cell))));
  const scores = texts.map((row) => row.filter((title) => fieldOf(title, memory)).length);
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  if (best === 0 || (best === 1 && !isLonely(texts[at] ?? []))) return withoutHeader(texts);
  const second = headerContinues(texts, at, memory);
  const headerRows = second ? 2 : 1;
  const titles = titlesOf(texts, at, second);
  return { firstRow: at, headerRows, columns: distinct(titles, memory) };
}

/** The layout when somebody says where the header is; zero header rows mean there is none. */
export function layoutAt(
  rows: readonly (readonly Cell[])[],
  { firstRow, headerRows }: Pick<ImportLayout, 'firstRow' | 'headerRows'>,
  memory: Memory = new Map(),
): Guess {
  const until = Math.max(SEARCHED, firstRow + SEARCHED);
  const texts = rows.slice(0, until).map((row) => row.map((cell) => oneLine(cellText(cell))));
  if (headerRows === 0) return { ...withoutHeader(texts.slice(firstRow)), firstRow, headerRows };
  return { firstRow, headerRows, columns: distinct(titlesOf(texts, firstRow, headerRows > 1), memory) };
}

function fieldOf(title: string, memory: Memory): ImportField | '' {
  return title === '' ? '' : (memory.get(fold(title)) ?? fieldOfTitle(title) ?? '');
}

/** One column of names under one word. */
function isLonely(row: readonly string[]): boolean {
  return row.filter((text) => text !== '').length === 1;
}

/** The next line names columns, too, where this one has merged cells: “Liên hệ” above “Điện thoại” and “Email”. */
function headerContinues(texts: readonly (readonly string[])[], at: number, memory: Memory): boolean {
  const [upper = [], lower = []] = [texts[at], texts[at + 1]];
  const gaps = lower.filter((title, column) => fieldOf(title, memory) && !upper[column]).length;
  const clashes = lower.filter(
    (text, column) => text !== '' && fieldOf(upper[column] ?? '', memory) && !fieldOf(text, memory),
  );
  return gaps > 0 && clashes.length === 0;
}

function titlesOf(texts: readonly (readonly string[])[], at: number, second: boolean): string[] {
  const [upper = [], lower = []] = [texts[at], second ? texts[at + 1] : []];
  const width = Math.max(...texts.map((row) => row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const [above = '', below = ''] = [upper[column], lower?.[column]];
    return below !== '' && (above === '' || fieldOfTitle(below)) ? below : above;
  });
}

/** Each field once: of two columns called alike the second is left to the reader. */
function distinct(titles: readonly string[], memory: Memory): ImportLayout['columns'] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const field = fieldOf(title, memory);
    if (field === '' || taken.has(field)) return { title, field: '' };
    taken.add(field);
    return { title, field };
  });
}

/** No title that is understood: what stands in a column tells. */
function withoutHeader(texts: readonly (readonly string[])[]): Guess {
  const below = texts.slice(1);
  const titles = texts[0] ?? [];
  const isTitled =
    titles.every(isTitle) && fieldsOfValues(below).some((field) => field === 'email' || field === 'phone');
  const fields = fieldsOfValues(isTitled ? below : texts);
  const columns = fields.map((field, column) => ({ title: isTitled ? (titles[column] ?? '') : '', field }));
  return { firstRow: 0, headerRows: isTitled ? 1 : 0, columns };
}

/** Words above addresses and numbers name them, in whatever language. */
function isTitle(text: string): boolean {
  return !/[@\d]/.test(text) && text.length <= 40;
}

function fieldsOfValues(texts: readonly (readonly string[])[]): (ImportField | '')[] {
  const width = Math.max(0, ...texts.map((row) => row.length));
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const field = fieldOfValues(texts.map((row) => row[column] ?? '').filter((text) => text !== ''));
    if (field === '' || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

function fieldOfValues(values: readonly string[]): ImportField | '' {
  const most = (fits: (text: string) => boolean): boolean => values.filter(fits).length * 2 > values.length;
  if (most((text) => /\S@\S/.test(text))) return 'email';
  if (most((text) => /^\+?[\d\s().-]{9,}$/.test(text))) return 'phone';
  if (most(isNameLike)) return 'name';
  return '';
}

function isNameLike(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 7) return false;
  return words.slice(0, 2).some(isFamilyName) || /(?:вич|вна)$/u.test(text);
}
