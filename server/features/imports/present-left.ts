import { cellFields } from '../../../contract/import-fields.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { ImportRow } from '../../../models/import-row.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Writing } from '../../platform/sheets/write-table.ts';
import { slugify } from '../../platform/text.ts';
import type { ListedImport } from './import-facts.ts';
import { cellWords, fieldLabel, fileName, reasonsOf } from './present-words.ts';

/** The rows that are left out, with what is wrong with each, as a table that can be mended and sent again. */
export function leftTable(
  event: Conference,
  run: ListedImport,
  { rows, locale }: { rows: readonly ImportRow[]; locale: Locale },
): Writing & { name: string } {
  const fields = cellFields.filter((field) => rows.some(({ cells }) => cells[field]));
  const words = ['imports.left-file.row', 'imports.left-file.why'] as const;
  const [number, why] = words.map((key) => translate(locale, key));
  const around = { event, locale };
  const base = slugify(fileName(run, locale).replace(/\.[a-z]{2,4}$/i, ''), 40);
  return {
    title: translate(locale, 'imports.left-file.sheet'),
    name: [base, translate(locale, 'imports.left-file')].filter(Boolean).join('-'),
    header: [number ?? '', ...fields.map((field) => fieldLabel(field, locale)), why ?? ''],
    rows: rows.map((row) => [
      String(row.number),
      ...fields.map((field) => cellWords(field, row.cells[field] ?? '', around)),
      reasonsOf(row, around).join(' '),
    ]),
  };
}
