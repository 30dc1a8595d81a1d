import type { ListedImport } from './import-facts.ts';

/** The rows one answer is for: the matter is open in them and, where a word is answered, that word stands in them. */
export function answeredRows(
  { _id }: Pick<ListedImport, '_id'>,
  { matter, cell }: NonNullable<ListedImport['answering']>,
): object {
  const rows = { import: _id, matters: matter, open: true };
  return cell ? { ...rows, [`cells.${cell.field}`]: cell.text } : rows;
}
