import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import { type KeysetPage, keysetPage, type Order, readPlace } from '../../platform/database/keyset.ts';
import type { ListedImport } from './import-facts.ts';
import type { RowsQuery } from './input.ts';

const PAGE = 40;
const order: Order = { keys: { sort: 'text', _id: 'id' }, direction: 1 };

/** One page of the table, in the order of the file. */
export async function rowList(
  draft: Pick<ListedImport, '_id'>,
  query: RowsQuery,
): Promise<KeysetPage<ImportRow>> {
  const place = readPlace(query.page, order);
  return keysetPage<ImportRow>(order, { place, size: PAGE }, (reading) =>
    ImportRows.find({ $and: [filterOf(draft, query), ...reading.conditions] })
      .sort(reading.sort)
      .limit(reading.limit)
      .lean<ImportRow[]>(),
  );
}

function filterOf({ _id }: Pick<ListedImport, '_id'>, { show, matter }: RowsQuery): object {
  const filter = { import: _id };
  if (matter !== '') return { ...filter, matters: matter, open: true };
  switch (show) {
    case 'open':
      return { ...filter, open: true };
    case 'add':
      return { ...filter, plan: 'add' };
    case 'update':
      return { ...filter, plan: { $in: ['update', 'merge'] } };
    case 'skip':
      return { ...filter, plan: 'skip' };
    case 'all':
      return filter;
  }
}
