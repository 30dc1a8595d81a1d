import type { ListedImport } from './import-facts.ts';

/** The rows one answer is for: the matter is open in them and, where words are answered, one of them stands there. */
export function answeredRows(
  { _id }: Pick<ListedImport, '_id'>,
  { matter, words }: NonNullable<ListedImport['answering']>,
): object {
  const rows = { import: _id, matters: matter, open: true };
  if (!words) return rows;
  return { ...rows, [`cells.${words.field}`]: { $in: words.becomes.map(({ text }) => text) } };
}
