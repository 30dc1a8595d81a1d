import { type CellField, cellFields } from '../../../contract/import-fields.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';

type Told = Pick<ImportRow, 'cells' | 'problems'>;

/** Columns in which rows say something, are asked about something, or would say something once they are mended. */
export function usedFields(rows: readonly Told[]): CellField[] {
  const used = new Set<string>();
  for (const { cells, problems } of rows) {
    for (const [field, text] of Object.entries(cells)) if (text !== '') used.add(field);
    for (const { field, fix } of problems) for (const each of [field, ...Object.keys(fix)]) used.add(each);
  }
  return cellFields.filter((field) => used.has(field));
}

/** Rows that say something, after they were changed, in a column nobody needed so far bring it into the table. */
export async function showColumnsOf(draft: ListedImport, rows: readonly { number: number }[]): Promise<void> {
  const changed = await ImportRows.find(
    { import: draft._id, number: { $in: rows.map(({ number }) => number) } },
    { cells: 1, problems: 1 },
  ).lean<Told[]>();
  const shown = shownFields(draft);
  const more = usedFields(changed).filter((field) => !shown.includes(field));
  if (more.length > 0)
    await GuestImports.updateOne({ _id: draft._id }, { $addToSet: { shown: { $each: more } } });
}

const aboutMatter: Readonly<Record<string, readonly CellField[]>> = {
  'email-wrong': ['email'],
  'email-several': ['email'],
  'email-typo': ['email'],
  'phone-wrong': ['phone'],
  'phone-several': ['phone', 'note'],
  'seat-date': ['seat'],
  'category-unknown': ['category'],
  'language-unknown': ['language'],
  'nationality-unknown': ['nationality'],
  'address-unknown': ['address'],
  'name-tail': ['position'],
  honorific: ['address'],
};

/** The columns of the table, from the name on; what the rows are looked at for stands beside the name. */
export function columnsFor(draft: ListedImport, matter: string): CellField[] {
  const first: readonly CellField[] = ['name', ...(aboutMatter[matter] ?? [])];
  const shown = shownFields(draft);
  return [
    ...first.filter((field) => shown.includes(field)),
    ...shown.filter((field) => !first.includes(field)),
  ];
}

/** What the file has, and what the cleaner has filled from it. */
function shownFields({ layout, shown = [] }: Pick<ListedImport, 'layout' | 'shown'>): CellField[] {
  const mapped = new Set<string>(['name', ...layout.columns.map(({ field }) => field), ...shown]);
  return cellFields.filter((field) => mapped.has(field));
}
