import type { z } from 'zod';
import type { ImportField } from '../../../contract/import-fields.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { encodings } from '../../platform/sheets/table.ts';
import type { Access } from '../access/access.ts';
import type { ListedImport } from './import-facts.ts';
import { fileName } from './present-words.ts';
import { stageModels } from './present-stages.ts';
import { troubleKey } from './trouble-key.ts';
import type { ColumnsModel, NewModel } from './views.ts';

const groups: readonly (readonly [MessageKey, readonly ImportField[]])[] = [
  [
    'imports.columns.group.name',
    ['name', 'family', 'patronymic', 'given', 'latin', 'russian', 'address', 'pronunciation'],
  ],
  [
    'imports.columns.group.office',
    ['position', 'organisation', 'positionEn', 'organisationEn', 'positionRu', 'organisationRu'],
  ],
  ['imports.columns.group.reach', ['email', 'phone', 'language', 'nationality']],
  ['imports.columns.group.event', ['category', 'delegation', 'seat', 'note']],
];

const SAMPLES = 3;

export function newModel(
  { event }: Access,
  locale: Locale,
  form: FormState | null,
): z.input<typeof NewModel> {
  const fields = formFields({ file: '', text: '' }, form);
  return {
    stages: stageModels('file', { event, id: '', state: null, locale }),
    action: paths.guestImports(event),
    back: paths.guests(event),
    past: paths.guestImports(event),
    errors: errorSummary(form),
    fields,
    pasteIsOpen: fields.text.value !== '',
  };
}

export function columnsModel(
  { event }: Access,
  draft: ListedImport,
  { locale, form, mended }: { locale: Locale; form: FormState | null; mended: boolean },
): z.input<typeof ColumnsModel> {
  const { source, layout, trouble } = draft;
  const delimiter = delimiterWords[source.delimiter] ?? '';
  const header = layout.headerRows === 0 ? 0 : layout.firstRow + 1;
  const troubles = trouble
    ? [{ href: '', text: translate(locale, troubleKey(trouble.code), trouble.params) }]
    : [];
  return {
    stages: stageModels('columns', { event, id: String(draft._id), state: draft.state, locale }),
    file: fileName(draft, locale),
    action: paths.importColumns(event, draft),
    readAgain: paths.importReadAgain(event, draft),
    discard: paths.discardGuestImport(event, draft),
    errors: [...troubles, ...errorSummary(form)],
    warning: mended ? translate(locale, 'imports.columns.again-warning') : '',
    readIsOpen:
      trouble !== null || source.sheets.length > 1 || !layout.columns.some(({ field }) => field !== ''),
    sheets: sheetOptions(draft, locale),
    encodings: source.encoding === '' ? [] : encodingOptions(source.encoding, locale),
    delimiters: delimiter === '' ? [] : delimiterOptions(delimiter, locale),
    fields: formFields({
      sheet: String(layout.sheet),
      encoding: source.encoding,
      delimiter,
      header: String(header),
    }),
    twoRows: layout.headerRows === 2,
    columns: columnModels(draft, form, locale),
  };
}

function columnModels(draft: ListedImport, form: FormState | null, locale: Locale) {
  const { layout, preview } = draft;
  const typed = form?.values['columns'];
  const first = Math.min(2, layout.firstRow) + layout.headerRows;
  return layout.columns.map(({ title, field }, index) => {
    const chosen = typedAt(typed, index) ?? field;
    return {
      id: `column-${index}`,
      letter: translate(locale, 'imports.columns.letter', { letter: letterOf(index) }),
      title: title || translate(locale, 'imports.columns.untitled'),
      groups: groups.map(([key, fields]) => ({
        label: translate(locale, key),
        options: fields.map((value) => ({
          value,
          label: translate(locale, `imports.field.${value}`),
          selected: value === chosen,
        })),
      })),
      ignored: chosen === '',
      samples: samplesOf(preview.slice(first), index),
    };
  });
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  return [...new Set(rows.map((row) => row[column] ?? '').filter((text) => text !== ''))].slice(0, SAMPLES);
}

function typedAt(typed: unknown, index: number): string | undefined {
  const list: unknown[] = Array.isArray(typed) ? typed : [];
  const value = list[index];
  return typeof value === 'string' ? value : undefined;
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function sheetOptions({ source, layout }: ListedImport, locale: Locale) {
  if (source.sheets.length < 2) return [];
  return source.sheets.map(({ name, rows }, index) => ({
    value: String(index),
    label: translate(locale, 'imports.read.sheet-option', { name, count: rows }),
    selected: index === layout.sheet,
  }));
}

function encodingOptions(chosen: string, locale: Locale) {
  return encodings.map((value) => ({
    value,
    label: translate(locale, `imports.read.encoding.${value}`),
    selected: value === chosen,
  }));
}

const delimiterWords: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

function delimiterOptions(chosen: string, locale: Locale) {
  return (['comma', 'semicolon', 'tab', 'pipe'] as const).map((value) => ({
    value,
    label: translate(locale, `imports.read.delimiter.${value}`),
    selected: value === chosen,
  }));
}
