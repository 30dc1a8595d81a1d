import { GuestImports } from '../../../models/guest-import.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { importIn } from './import-facts.ts';
import { rowCounts } from './row-counts.ts';

/** The deliberate last step: says how many will be written, and only when that is still so the writing begins. */
export async function startWriting(access: Access, id: string, expected: number): Promise<void> {
  const draft = await importIn(access, id, ['checked']);
  const { add, update } = await rowCounts(draft);
  if (add + update === 0) throw new Refused('imports.nothing-to-write');
  if (add + update !== expected) throw new Refused('imports.other-number', { count: add + update });
  await GuestImports.updateOne(
    { _id: draft._id, state: 'checked' },
    {
      $set: {
        state: 'writing',
        expires: null,
        progress: { done: 0, total: add + update },
        'lease.until': new Date(0),
      },
    },
  );
}
