import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { actorFacts } from './actor-facts.ts';
import { importIn } from './import-facts.ts';

/** Asks for a whole import to be taken back. */
export async function startUndoing(access: Access, id: string): Promise<void> {
  const run = await importIn(access, id, ['done']);
  if (!(await ImportRows.exists({ import: run._id }))) throw new Refused('imports.undo.too-late');
  const { added, updated } = run.counts;
  await GuestImports.updateOne(
    { _id: run._id, state: 'done' },
    {
      $set: {
        state: 'undoing',
        actor: actorFacts(access),
        trouble: null,
        tries: 0,
        progress: { done: 0, total: added + updated },
        'lease.until': new Date(0),
      },
    },
  );
}
