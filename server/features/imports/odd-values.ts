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

/** Words that are none of the choices, with the number of rows each stands in; the most frequent first. */
export async function oddValues(
  { _id }: Pick<ListedImport, '_id'>,
  matter: string,
): Promise<{ values: OddValue[]; more: number }> {
  const field = fieldOfMatter(matter);
  if (!field) return { values: [], more: 0 };
  const [found] = await ImportRows.aggregate<{
    first: { _id: string; count: number }[];
    all: { count: number }[];
  }>([
    { $match: { import: _id, matters: matter, open: true } },
    { $group: { _id: `$cells.${field}`, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
    { $facet: { first: [{ $limit: SHOWN }], all: [{ $count: 'count' }] } },
  ]);
  const values = found?.first.map(({ _id: text, count }) => ({ field, text, count })) ?? [];
  return { values, more: (found?.all[0]?.count ?? 0) - values.length };
}
