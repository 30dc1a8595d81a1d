import type { FormState } from './form.ts';

type Values = Record<string, unknown>;

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

/**
 * The revision a form goes on with: the one it was opened on, so that a quicker editor is noticed; after a refusal
 * the stored one, because now the other version has been seen.
 */
export function shownRev(form: FormState | null, stored: number): string {
  const typed = typedText(form?.values['rev']);
  return form && !form.refused && typed !== '' ? typed : String(stored);
}

function change(rows: Values[], step: string, detail: string): Values[] | null {
  const place = Number(detail);
  if (step === 'add') return [...rows, Object.fromEntries(new URLSearchParams(detail))];
  if (!Number.isInteger(place) || place < 0 || place >= rows.length) return null;
  if (step === 'drop') return rows.toSpliced(place, 1);
  if (step !== 'up' || place === 0) return null;
  return rows.toSpliced(place - 1, 2, ...rows.slice(place - 1, place + 1).toReversed());
}

/** The rows of a posted list; of one with many rows the parser makes an object. */
export function rowsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
