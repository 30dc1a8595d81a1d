import { GuestImports } from '../../../models/guest-import.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { actorFacts } from './actor-facts.ts';
import { importIn, type ListedImport } from './import-facts.ts';
import { rowCounts, type RowCounts } from './row-counts.ts';

/** Long enough to count once more; should this process die meanwhile, the writing begins after it. */
const PAUSE = 10_000;

/** The deliberate last step: says how many will be written, and only when that is still so the writing begins. */
export async function startWriting(access: Access, id: string, expected: number): Promise<void> {
  const draft = await importIn(access, id, ['checked']);
  const { add, update } = await expectedCounts(draft, expected);
  const closed = await GuestImports.updateOne(
    { _id: draft._id, state: 'checked' },
    {
      $set: {
        state: 'writing',
        actor: actorFacts(access),
        expires: null,
        trouble: null,
        tries: 0,
        progress: { done: 0, total: add + update },
        'lease.until': new Date(now().getTime() + PAUSE),
      },
    },
  );
  // Somebody else has just begun it.
  if (closed.matchedCount === 0) return;
  await lookAgain(draft, expected);
}

/** No row can be changed any more: were the last changes counted? Only then somebody begins. */
async function lookAgain(draft: ListedImport, expected: number): Promise<void> {
  const mine = { _id: draft._id, state: 'writing' as const };
  try {
    await expectedCounts(draft, expected);
  } catch (error) {
    await GuestImports.updateOne(mine, { $set: { state: 'checked', expires: draft.expires } });
    throw error;
  }
  await GuestImports.updateOne(mine, { $set: { 'lease.until': new Date(0) } });
}

async function expectedCounts(draft: ListedImport, expected: number): Promise<RowCounts> {
  const counts = await rowCounts(draft);
  const count = counts.add + counts.update;
  if (count === 0) throw new Refused('imports.nothing-to-write');
  if (count !== expected) throw new Refused('imports.other-number', { count });
  return counts;
}
