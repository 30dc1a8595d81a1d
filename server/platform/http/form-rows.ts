import { z } from 'zod';
import type { FormState } from './form.ts';

type Values = Record<string, unknown>;

/** A list of rows in a form; rows that their schema reads as null were left empty and are dropped. */
export const rowsField = <S extends z.ZodType>(row: S, max: number) =>
  z
    .preprocess((value) => rowsOf(value), z.array(row).max(max))
    .transform((rows) => rows.filter((each) => each !== null));

/** The rows as they were typed. */
export function rowsIn(values: Values, list: string): Values[] {
  return rowsOf(values[list]).filter(isRecord);
}

/**
 * The form after a button that only moves its rows: `add:photos`, `add:photos:credit=Lan`, `drop:photos:2` or
 * `up:photos:2` under the name `rows`. Null when another button was pressed.
 */
export function rearranged(values: Values, lists: readonly string[]): FormState | null {
  const [step = '', list = '', detail = ''] = typedText(values['rows']).split(':');
  if (!lists.includes(list)) return null;
  const rows = change(rowsIn(values, list), step, detail);
  return rows && { values: { ...values, [list]: rows }, errors: {}, refused: '' };
}

/** One line as it was typed; empty when the form sent none, or something else. */
export function typedText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function change(rows: Values[], step: string, detail: string): Values[] | null {
  const place = Number(detail);
  if (step === 'add') return [...rows, Object.fromEntries(new URLSearchParams(detail))];
  if (!Number.isInteger(place) || place < 0 || place >= rows.length) return null;
  if (step === 'drop') return rows.toSpliced(place, 1);
  if (step !== 'up' || place === 0) return null;
  return rows.toSpliced(place - 1, 2, ...rows.slice(place - 1, place + 1).toReversed());
}

/** The parser makes an object of a list with many rows. */
function rowsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
