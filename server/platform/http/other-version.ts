import { z } from 'zod';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { translate } from '../i18n/translate.ts';
import type { FormState } from './form.ts';
import { rowsOf } from './form-rows.ts';

/** What stands in the other version, field by field, as `components/_other-version` shows it. */
export const OtherVersionModel = z.array(z.object({ label: z.string(), text: z.string() }));
export type OtherVersion = z.infer<typeof OtherVersionModel>;

/** How the fields of a form are called. What has no label is not shown. */
export interface FieldNames {
  /** By dotted path without the language; `*` for the rows of a list: `figures.*.label`. */
  labels: Readonly<Record<string, MessageKey>>;
  /** What one row of a list is called; its rows are told apart by their `id`. */
  rows?: Readonly<Record<string, MessageKey>>;
  /** What the values of a field are called, where they are not text themselves. */
  choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>;
}

interface Leaf {
  /** Where it stands, rows by their id: `figures.f1.label.vi`. */
  path: string;
  /** The same with `*` for the row. */
  field: string;
  row: { list: string; place: number } | null;
  value: string;
}

/** When somebody else saved first: what is stored now, wherever it is not what was typed. */
export function otherVersion(
  form: FormState | null,
  stored: { rev: number | undefined; values: object },
  names: FieldNames,
  locale: Locale,
): OtherVersion {
  if (!form?.refused || stored.rev === undefined) return [];
  if (String(form.values['rev']) === String(stored.rev)) return [];
  const mine = new Map(leavesIn(form.values, names).map(({ path, value }) => [path, value]));
  return leavesIn(stored.values, names)
    .filter(({ path, value }) => (mine.get(path) ?? '') !== value)
    .flatMap((leaf) => {
      const label = labelOf(leaf, names, locale);
      return label ? [{ label, text: textOf(leaf, names, locale) }] : [];
    });
}

function leavesIn(values: object, { rows = {} }: FieldNames): Leaf[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (!(key in rows)) return leaves(value, { path: key, field: key, row: null });
    return rowsOf(value).flatMap((row, place) =>
      leaves(row, { path: `${key}.${idOf(row) || place}`, field: `${key}.*`, row: { list: key, place } }),
    );
  });
}

function leaves(value: unknown, at: Omit<Leaf, 'value'>): Leaf[] {
  if (Array.isArray(value)) return [{ ...at, value: value.map(plain).filter(Boolean).toSorted().join(' ') }];
  if (typeof value !== 'object' || value === null) return [{ ...at, value: plain(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, { ...at, path: `${at.path}.${key}`, field: `${at.field}.${key}` }),
  );
}

function idOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? plain(row.id) : '';
}

// A box that is not ticked sends nothing.
function plain(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== 'false' ? value.trim() : '';
}

function labelOf({ field, row }: Leaf, { labels, rows }: FieldNames, locale: Locale): string {
  const key = labels[field] ?? labels[withoutLanguage(field)];
  if (!key) return '';
  const language = labels[field] ? undefined : locales.find((each) => field.endsWith(`.${each}`));
  const name = translate(locale, key);
  const label = language
    ? translate(locale, 'common.field-in-language', {
        field: name,
        language: translate(locale, `common.language.${language}`),
      })
    : name;
  const rowKey = row && rows?.[row.list];
  if (!row || !rowKey) return label;
  const number = row.place + 1;
  return translate(locale, 'common.field-in-row', {
    row: translate(locale, rowKey, { number, place: number }),
    field: label,
  });
}

function textOf({ field, value }: Leaf, { choices }: FieldNames, locale: Locale): string {
  const known = choices?.[withoutLanguage(field)] ?? [];
  const label = (one: string): string => known.find((choice) => choice.value === one)?.label ?? one;
  if (known.some((choice) => choice.value === value)) return label(value);
  const text = known.length > 0 ? value.split(' ').map(label).join('; ') : value;
  return text || translate(locale, 'common.not-set');
}

function withoutLanguage(field: string): string {
  return field.replace(/\.(vi|en|ru)$/, '');
}
