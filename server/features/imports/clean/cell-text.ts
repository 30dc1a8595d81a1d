import type { Cell } from '../../../platform/sheets/table.ts';

/** A cell as text. Numbers lose nothing to exponents, dates are written as people here write them. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return cell instanceof Date ? dayText(cell) : numberText(cell);
}

/** Day and month as Excel would have understood "3-12"; null for what is no date. */
export function dayAndMonth(cell: Cell): string | null {
  return cell instanceof Date ? `${cell.getUTCDate()}-${cell.getUTCMonth() + 1}` : null;
}

function dayText(date: Date): string {
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day}/${month}/${date.getUTCFullYear()}`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value);
}
