import type { Conference } from '../../../models/event.ts';
import type { ImportColumn } from '../../../models/guest-import.ts';
import { ImportMemories, type ImportMemory } from '../../../models/import-memory.ts';
import { inLocale } from '../../../contract/localised.ts';
import { fold } from '../../platform/text.ts';
import type { Memory } from './guess-layout.ts';

const MOST = 300;

/** What the columns of this host's lists were taken for before. */
export async function rememberedColumns({ host }: Pick<Conference, 'host'>): Promise<Memory> {
  const found = await ImportMemories.findById(keyOf(host)).lean<ImportMemory>();
  return new Map(found?.columns.map(({ title, field }) => [title, field]));
}

/** Remembers each title with what it was taken for; what was decided later counts. */
export async function rememberColumns(
  event: Pick<Conference, 'host'>,
  columns: readonly ImportColumn[],
): Promise<void> {
  const memory = new Map(await rememberedColumns(event));
  for (const { title, field } of columns) {
    const folded = fold(title);
    if (folded === '') continue;
    memory.delete(folded);
    memory.set(folded, field);
  }
  const kept = [...memory].slice(-MOST).map(([title, field]) => ({ title, field }));
  await ImportMemories.updateOne({ _id: keyOf(event.host) }, { $set: { columns: kept } }, { upsert: true });
}

function keyOf({ organisation, name }: Conference['host']): string {
  return organisation ? String(organisation) : `name:${fold(inLocale(name, 'vi'))}`;
}
