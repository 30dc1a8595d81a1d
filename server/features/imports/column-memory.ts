import type { Conference } from '../../../models/event.ts';
import type { ImportColumn } from '../../../models/guest-import.ts';
import { ImportMemories, type ImportMemory } from '../../../models/import-memory.ts';
import { inLocale } from '../../../contract/localised.ts';
import { fold } from '../../platform/text.ts';
import type { Memory } from './guess-layout.ts';

const MOST = 300;
const TRIES = 10;

/** What the columns of this host's lists were taken for before. */
export async function rememberedColumns({ host }: Pick<Conference, 'host'>): Promise<Memory> {
  return memoryOf(await ImportMemories.findById(keyOf(host)).lean<ImportMemory>());
}

/** Remembers each title with what it was taken for; what was decided later counts. Two at once are both remembered. */
export async function rememberColumns(
  event: Pick<Conference, 'host'>,
  columns: readonly ImportColumn[],
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await ImportMemories.findById(keyOf(event.host)).lean<ImportMemory>();
    if (await keep(keyOf(event.host), found, withColumns(memoryOf(found), columns))) return;
  }
}

function memoryOf(found: ImportMemory | null): Memory {
  return new Map(found?.columns.map(({ title, field }) => [title, field]));
}

function withColumns(before: Memory, columns: readonly ImportColumn[]): ImportMemory['columns'] {
  const memory = new Map(before);
  for (const { title, field } of columns) {
    const folded = fold(title);
    if (folded === '') continue;
    memory.delete(folded);
    memory.set(folded, field);
  }
  return [...memory].slice(-MOST).map(([title, field]) => ({ title, field }));
}

/** False when somebody else was quicker. */
async function keep(
  _id: string,
  before: ImportMemory | null,
  columns: ImportMemory['columns'],
): Promise<boolean> {
  if (!before) {
    const { upsertedCount } = await ImportMemories.updateOne(
      { _id },
      { $setOnInsert: { columns, rev: 1 } },
      { upsert: true },
    );
    return upsertedCount > 0;
  }
  // Those of earlier days have no revision.
  const asRead: object = { _id, rev: before.rev ?? null };
  const { matchedCount } = await ImportMemories.updateOne(asRead, {
    $set: { columns, rev: (before.rev ?? 0) + 1 },
  });
  return matchedCount > 0;
}

function keyOf({ organisation, name }: Conference['host']): string {
  return organisation ? String(organisation) : `name:${fold(inLocale(name, 'vi'))}`;
}
