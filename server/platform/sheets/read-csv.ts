import { parse } from 'csv-parse/sync';
import { tooManyColumns, tooManyRows } from './read-xlsx.ts';
import { sheetLimits } from './sheet-limits.ts';
import { type Cell, type Delimiter, delimiters } from './table.ts';
import { unreadable } from './unzip-guarded.ts';

export interface Separated {
  rows: Cell[][];
  delimiter: Delimiter;
}

const SAMPLE_LINES = 40;

/** Reads a text table; the separator is the one that cuts most lines into the same number of cells. */
export function readCsv(text: string, wanted: Delimiter | null): Separated {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const named = delimiters.find((delimiter) => delimiter === declared?.[1]);
  const delimiter = wanted ?? named ?? guessDelimiter(body);
  const rows = cut(body, delimiter, sheetLimits.rows + 101);
  if (rows.length > sheetLimits.rows + 100) throw tooManyRows();
  if (rows.some((row) => row.length > sheetLimits.columns && lastFilled(row) >= sheetLimits.columns))
    throw tooManyColumns();
  return { rows: rows.map((row) => row.slice(0, sheetLimits.columns).map(withoutGuard)), delimiter };
}

function guessDelimiter(text: string): Delimiter {
  const sample = text.split(/\r\n|\r|\n/, SAMPLE_LINES).join('\n');
  const scored = delimiters.map((delimiter) => {
    const widths = widthsIn(sample, delimiter);
    const usual = median(widths);
    const same = widths.filter((width) => width === usual).length;
    return { delimiter, score: usual > 1 ? (same / widths.length) * Math.min(usual, 20) : 0 };
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.delimiter : ',';
}

function widthsIn(sample: string, delimiter: Delimiter): number[] {
  try {
    return cut(sample, delimiter, SAMPLE_LINES).map((row) => row.length);
  } catch {
    // A quotation that does not end within the sample: this separator is unlikely.
    return [1];
  }
}

function cut(text: string, delimiter: Delimiter, most: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      to: most,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: sheetLimits.cell * 4,
    });
  } catch {
    throw unreadable();
  }
}

/** Files written to be safe from formulas have an apostrophe before them; it is not part of the text. */
function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r\0＝＋－＠]/.test(text) ? text.slice(1) : text;
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
