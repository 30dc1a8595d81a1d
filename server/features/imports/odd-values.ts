import type { CellField, ProblemCode } from '../../../contract/import-fields.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';

/** Matters about a cell that must be one of a few, in which the same odd word stands in many rows. */
const choiceMatters: Partial<Record<ProblemCode, CellField>> = {
  'category-unknown': 'category',
  'language-unknown': 'language',
  'address-unknown': 'address',
};

const SHOWN = 12;

export interface OddValue {
  field: CellField;
  text: string;
  count: number;
}

/** The cell a matter is about, when one answer can be given for each word in it. */
export function fieldOfMatter(matter: string): CellField | undefined {
  return Object.entries(choiceMatters).find(([code]) => code === matter)?.[1];
}

/** Each word that is none of the choices, with the number of rows it stands in; the most frequent first. */
export async function oddValues({ _id }: Pick<ListedImport, '_id'>, matter: string): Promise<OddValue[]> {
  const field = fieldOfMatter(matter);
  if (!field) return [];
  const found = await ImportRows.aggregate<{ _id: string; count: number }>([
    { $match: { import: _id, matters: matter, open: true } },
    { $group: { _id: `$cells.${field}`, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
    { $limit: SHOWN },
  ]);
  return found.map(({ _id: text, count }) => ({ field, text, count }));
}
