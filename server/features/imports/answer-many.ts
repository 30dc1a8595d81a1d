import type { MatchChoice } from '../../../contract/import-fields.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import type { ManyInput } from './input.ts';
import { rowAfter } from './mend-row.ts';
import type { RowChange } from './next-row.ts';
import { splitInto } from './split-row.ts';

const CHUNK = 500;

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
  const writes: object[] = [];
  for (const row of rows) {
    const place = row.problems.findIndex(({ code }) => code === matter);
    if (answer === 'split') {
      if (place >= 0) await splitInto(access, draft, row, place);
      continue;
    }
    const change = changeFor(row, answer, place);
    if (!change) continue;
    const $set = await rowAfter(access, draft, row, change);
    writes.push({
      updateOne: { filter: { _id: row._id, rev: row.rev }, update: { $set, $inc: { rev: 1 } } },
    });
  }
  if (writes.length > 0) await ImportRows.collection.bulkWrite(writes as never[], { ordered: false });
  return answer === 'split' ? rows.length : writes.length;
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
