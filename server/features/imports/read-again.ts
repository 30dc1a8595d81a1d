import { GuestImports } from '../../../models/guest-import.ts';
import type { Access } from '../access/access.ts';
import { lookAt } from './ask-worker.ts';
import { rememberedColumns } from './column-memory.ts';
import { bytesOf, importIn } from './import-facts.ts';
import type { ReadAgainInput } from './input.ts';

/** Reads the file another way: another sheet, letters, separator or header row. */
export async function readAgain(access: Access, id: string, input: ReadAgainInput): Promise<void> {
  const draft = await importIn(access, id, ['columns', 'checked']);
  const sameSheet = input.sheet === draft.layout.sheet;
  const looked = await lookAt({
    bytes: await bytesOf(draft._id),
    reading: { encoding: input.encoding, delimiter: input.delimiter },
    sheet: input.sheet,
    header: sameSheet && input.header !== null ? headerAt(input.header) : null,
    memory: [...(await rememberedColumns(access.event))],
  });
  const source = { ...looked.source, file: draft.source.file };
  await GuestImports.updateOne(
    { _id: draft._id, state: { $in: ['columns', 'checked'] } },
    { $set: { state: 'columns', source, layout: looked.layout, preview: looked.preview } },
  );
}

/** Row zero says that nothing names the columns. */
function headerAt({ row, rows }: { row: number; rows: number }): { firstRow: number; headerRows: number } {
  return row === 0 ? { firstRow: 0, headerRows: 0 } : { firstRow: row - 1, headerRows: rows };
}
