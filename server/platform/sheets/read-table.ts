import { AppError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readVcard } from './read-vcard.ts';
import { readXlsx } from './read-xlsx.ts';
import { sheetLimits } from './sheet-limits.ts';
import type { Reading, Table } from './table.ts';

/** Reads a workbook, a text table or business cards; which of them it is, the bytes say and not the file's name. */
export async function readTable(file: Buffer, { encoding: wanted, delimiter }: Reading): Promise<Table> {
  if (file.length > sheetLimits.fileBytes) throw tooLarge();
  if (file.length === 0) throw new AppError(422, 'imports.file.empty');
  const start = file.toString('latin1', 0, 4);
  if (start === '\u00D0\u00CF\u0011\u00E0') throw new AppError(422, 'imports.file.old-excel');
  if (start.startsWith('PK')) {
    return { kind: 'xlsx', encoding: null, delimiter: null, sheets: await readXlsx(file) };
  }
  if (isBinary(file)) throw new AppError(422, 'imports.file.unreadable');
  const { text, encoding } = decodeText(file, wanted);
  if (/^\s*BEGIN:VCARD/i.test(text)) {
    return { kind: 'vcard', encoding, delimiter: null, sheets: [{ name: '', rows: readVcard(text) }] };
  }
  const csv = readCsv(text, delimiter);
  return { kind: 'csv', encoding, delimiter: csv.delimiter, sheets: [{ name: '', rows: csv.rows }] };
}

export function tooLarge(): AppError {
  return new AppError(413, 'imports.file.too-large', { megabytes: sheetLimits.fileBytes / 1e6 });
}

/** Pictures and PDFs, which people do send by mistake. Zero bytes are left to UTF-16. */
function isBinary(file: Buffer): boolean {
  if (/^(%PDF|\x89PNG|\xFF\xD8\xFF|GIF8|Rar!|7z\xBC)/.test(file.toString('latin1', 0, 8))) return true;
  const sample = file.subarray(0, 4000);
  // Every second byte of UTF-16 is small; of other texts none is.
  if (sample.includes(0)) return false;
  return sample.filter((byte) => byte < 9).length > sample.length / 50;
}
