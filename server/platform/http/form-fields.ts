import { z } from 'zod';
import type { FormState } from './form.ts';

/** One field as a template places it. */
export const FieldModel = z.object({
  id: z.string(),
  name: z.string(),
  value: z.string(),
  error: z.string(),
});
export type FieldModel = z.infer<typeof FieldModel>;

type Leaf = string | number | boolean | Date | null | undefined;
export type Fields<T> = { [K in keyof T]: T[K] extends Leaf ? FieldModel : Fields<T[K]> };

/**
 * The fields of a form for a template: every leaf of `values` becomes `{ id, name, value, error }`. When the form
 * came back, what was typed wins over `values`. `values` decides which fields there are.
 */
export function formFields<T extends object>(values: T, form: FormState | null = null): Fields<T> {
  return branch(values, form, []);
}

/** Errors for the summary at the top of a form, each pointing to its field. */
export function errorSummary(form: FormState | null): { href: string; text: string }[] {
  if (!form) return [];
  const fields = Object.entries(form.errors).map(([path, text]) => ({
    href: `#${fieldId(path.split('.'))}`,
    text,
  }));
  return form.refused ? [{ href: '', text: form.refused }, ...fields] : fields;
}

function branch<T extends object>(values: T, form: FormState | null, path: string[]): Fields<T> {
  const entries = Object.entries(values).map(([key, value]) => [key, field(value, form, [...path, key])]);
  return Object.fromEntries(entries) as Fields<T>;
}

function field(value: unknown, form: FormState | null, path: string[]): unknown {
  if (typeof value === 'object' && value !== null && !(value instanceof Date))
    return branch(value, form, path);
  const typed = form ? at(form.values, path) : undefined;
  return {
    id: fieldId(path),
    name: fieldName(path),
    value: text(typed ?? (form ? '' : value)),
    error: form?.errors[path.join('.')] ?? '',
  } satisfies FieldModel;
}

function at(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), values);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString() : '';
}

function fieldId(path: readonly string[]): string {
  return `f-${path.join('-')}`;
}

function fieldName(path: readonly string[]): string {
  return path.slice(1).reduce((name, key) => `${name}[${key}]`, path[0] ?? '');
}
