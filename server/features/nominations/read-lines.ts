import { isMailAddress } from '../../platform/mail-address.ts';
import { nominationLimits } from '../../../contract/nominations.ts';

/** A unit as it stands in a pasted line. */
export interface UnitLine {
  unit: string;
  /** Null: as many as the others. */
  quota: number | null;
  secretary: { name: string; email: string; phone: string };
}

export interface LineProblem {
  line: number;
  kind: 'no-unit' | 'quota' | 'email';
  text: string;
}

/** Reads "unit; quota; secretary; e-mail; telephone", one unit a line, as typed or as copied out of a spreadsheet. */
export function readLines(text: string): { rows: UnitLine[]; problems: LineProblem[] } {
  const rows: UnitLine[] = [];
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if ('kind' in read) problems.push({ line: index + 1, ...read });
    else rows.push(read);
  }
  return { rows, problems };
}

function readLine(line: string): UnitLine | Omit<LineProblem, 'line'> {
  const cells = line.split(line.includes('\t') ? '\t' : /[;|]/).map((cell) => cell.trim());
  const [unit = '', number = '', ...rest] = cells;
  if (unit === '') return { kind: 'no-unit', text: line.trim() };
  const quota = /^\d{1,4}$/.test(number) ? Number(number) : null;
  const isWrong = quota !== null && (quota < 1 || quota > nominationLimits.quota);
  if (isWrong || (number !== '' && quota === null)) return { kind: 'quota', text: number };
  const email = (rest.find((cell) => cell.includes('@')) ?? '').toLowerCase();
  if (email !== '' && !isMailAddress(email)) return { kind: 'email', text: email };
  const phone = rest.find((cell) => /^[\d\s+().-]{6,}$/.test(cell)) ?? '';
  const name = rest.find((cell) => cell !== '' && !cell.includes('@') && cell !== phone) ?? '';
  return { unit, quota, secretary: { name, email, phone } };
}
