import type { MatchChoice } from '../../../contract/import-fields.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import type { ManyInput } from './input.ts';
import { rowAfter } from './mend-row.ts';
import type { RowChange } from './next-row.ts';
import { splitInto } from './split-row.ts';

const CHUNK = 500;
/** Rows that look for others like them side by side. */
const AT_ONCE = 10;

/** Gives one answer to every row where the same matter is open. Says how many there were. */
export async function answerMany(
  access: Access,
  id: string,
  { matter, answer }: Pick<ManyInput, 'matter' | 'answer'>,
): Promise<number> {
  const draft = await importIn(access, id, ['checked']);
  let answered = 0;
  let after = '';
  for (;;) {
    const rows = await ImportRows.find({
      import: draft._id,
      matters: matter,
      open: true,
      sort: { $gt: after },
    })
      .sort({ sort: 1 })
      .limit(CHUNK)
      .lean<ImportRow[]>();
    const last = rows.at(-1);
    if (!last) return answered;
    answered += await answerRows(access, draft, rows, { matter, answer });
    after = last.sort;
  }
}

async function answerRows(
  access: Access,
  draft: ListedImport,
  rows: readonly ImportRow[],
  { matter, answer }: Pick<ManyInput, 'matter' | 'answer'>,
): Promise<number> {
  if (answer === 'split') return splitRows(access, draft, rows, matter);
  const writes: object[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const group = rows.slice(from, from + AT_ONCE);
    const written = await Promise.all(group.map((row) => writeFor(access, draft, row, { matter, answer })));
    writes.push(...written.filter((write) => write !== null));
  }
  if (writes.length > 0) await ImportRows.collection.bulkWrite(writes as never[], { ordered: false });
  return writes.length;
}

async function splitRows(
  access: Access,
  draft: ListedImport,
  rows: readonly ImportRow[],
  matter: string,
): Promise<number> {
  for (const row of rows) {
    const place = row.problems.findIndex(({ code }) => code === matter);
    if (place >= 0) await splitInto(access, draft, row, place);
  }
  return rows.length;
}

async function writeFor(
  access: Access,
  draft: ListedImport,
  row: ImportRow,
  { matter, answer }: Pick<ManyInput, 'matter' | 'answer'>,
): Promise<object | null> {
  const place = row.problems.findIndex(({ code }) => code === matter);
  const change = changeFor(row, answer, place);
  if (!change) return null;
  const $set = await rowAfter(access, draft, row, change);
  return { updateOne: { filter: { _id: row._id, rev: row.rev }, update: { $set, $inc: { rev: 1 } } } };
}

function changeFor(row: ImportRow, answer: ManyInput['answer'], place: number): RowChange | null {
  switch (answer) {
    case 'fix':
      return Object.keys(row.problems[place]?.fix ?? {}).length > 0 ? { fix: place } : null;
    case 'leave':
      return row.problems[place]?.level === 'question' || row.problems[place]?.people.length
        ? { leave: place }
        : null;
    case 'split':
      return null;
    default:
      return { choice: answer satisfies MatchChoice };
  }
}
