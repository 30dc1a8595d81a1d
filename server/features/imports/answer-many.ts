import type { MatchChoice } from '../../../contract/import-fields.ts';
import { GuestImports } from '../../../models/guest-import.ts';
import { type ImportRow, ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { answeredRows } from './answered-rows.ts';
import type { ListedImport } from './import-facts.ts';
import { rowAfter } from './mend-row.ts';
import type { RowChange } from './next-row.ts';
import { accessOfImport } from './row-context.ts';
import { asRead } from './row-write.ts';
import { splitInto } from './split-row.ts';
import { showColumnsOf } from './table-columns.ts';

type Answering = NonNullable<ListedImport['answering']>;

const CHUNK = 100;
/** Rows that look for others like them side by side. */
const AT_ONCE = 10;

/** Gives the answer, group by group. Begun again after a crash, it goes on with the rows where it is still open. */
export async function answerRows(
  draft: ListedImport,
  alive: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const access = await accessOfImport(draft);
  if (!access || !draft.answering) return;
  const { answering } = draft;
  const rows = answeredRows(draft, answering);
  const total = await ImportRows.countDocuments(rows);
  let answered = 0;
  let after = '';
  for (;;) {
    const group = await ImportRows.find({ ...rows, sort: { $gt: after } })
      .sort({ sort: 1 })
      .limit(CHUNK)
      .lean<ImportRow[]>();
    const last = group.at(-1);
    if (!last) break;
    answered += await answerGroup(access, draft, group, answering);
    await showColumnsOf(draft, group);
    after = last.sort;
    await alive(answered, Math.max(total, answered));
  }
  await GuestImports.updateOne(
    { _id: draft._id, state: 'answering' },
    { $set: { state: 'checked', answering: null, progress: { done: answered, total } } },
  );
}

async function answerGroup(
  access: Access,
  draft: ListedImport,
  rows: readonly ImportRow[],
  answering: Answering,
): Promise<number> {
  if (answering.answer === 'split') return splitRows(access, draft, rows, answering.matter);
  const writes: object[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const group = rows.slice(from, from + AT_ONCE);
    const written = await Promise.all(group.map((row) => writeFor(access, draft, row, answering)));
    writes.push(...written.filter((write) => write !== null));
  }
  if (writes.length === 0) return 0;
  const { matchedCount } = await ImportRows.collection.bulkWrite(writes as never[], { ordered: false });
  return matchedCount;
}

async function splitRows(
  access: Access,
  draft: ListedImport,
  rows: readonly ImportRow[],
  matter: string,
): Promise<number> {
  let split = 0;
  for (const row of rows) {
    const place = row.problems.findIndex(({ code }) => code === matter);
    if (place >= 0 && (await splitInto(access, draft, row, place))) split += 1;
  }
  return split;
}

async function writeFor(
  access: Access,
  draft: ListedImport,
  row: ImportRow,
  answering: Answering,
): Promise<object | null> {
  const change = changeFor(row, answering);
  if (!change) return null;
  const $set = await rowAfter(access, draft, row, change);
  return { updateOne: { filter: asRead(row), update: { $set, $inc: { rev: 1 } } } };
}

function changeFor(row: ImportRow, { matter, answer, words }: Answering): RowChange | null {
  const place = row.problems.findIndex(({ code }) => code === matter);
  switch (answer) {
    case 'fix':
      return Object.keys(row.problems[place]?.fix ?? {}).length > 0 ? { fix: place } : null;
    case 'leave':
      return row.problems[place]?.level === 'question' || row.problems[place]?.people.length
        ? { leave: place }
        : null;
    case 'split':
      return null;
    case 'write':
      return words ? wordChange(row, words) : null;
    default:
      return { choice: answer satisfies MatchChoice };
  }
}

function wordChange(
  { cells }: ImportRow,
  { field, becomes }: NonNullable<Answering['words']>,
): RowChange | null {
  const word = becomes.find(({ text }) => text === cells[field]);
  return word ? { cells: { [field]: word.becomes } } : null;
}
