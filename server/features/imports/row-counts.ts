import type { RowPlan } from '../../../contract/import-fields.ts';
import { rowPlans } from '../../../contract/import-fields.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { ListedImport } from './import-facts.ts';
import { type OddValue, oddValues } from './odd-values.ts';

export interface RowCounts extends Readonly<Record<RowPlan, number>> {
  all: number;
  open: number;
}

/** How many rows will do what. Counted in the indexes. */
export async function rowCounts({ _id }: Pick<ListedImport, '_id'>): Promise<RowCounts> {
  const count = (filter: object): Promise<number> => ImportRows.countDocuments({ import: _id, ...filter });
  const [all, open, ...plans] = await Promise.all([
    count({}),
    count({ open: true }),
    ...rowPlans.map((plan) => count({ plan })),
  ]);
  const byPlan = Object.fromEntries(rowPlans.map((plan, index) => [plan, plans[index] ?? 0]));
  return { all, open, ...(byPlan as Record<RowPlan, number>) };
}

export interface OpenMatter {
  matter: string;
  count: number;
  /** The words it is about, where one answer can be given for each. */
  values: OddValue[];
  /** How many more such words there are. */
  more: number;
}

/** Each open matter with the number of rows it is raised in, the most frequent first. */
export async function openMatters({ _id }: Pick<ListedImport, '_id'>): Promise<OpenMatter[]> {
  const matters: string[] = await ImportRows.distinct('matters', { import: _id, open: true });
  const counted = await Promise.all(
    matters.map(async (matter) => ({
      matter,
      count: await ImportRows.countDocuments({ import: _id, matters: matter, open: true }),
      ...(await oddValues({ _id }, matter)),
    })),
  );
  return counted.toSorted((a, b) => b.count - a.count);
}
