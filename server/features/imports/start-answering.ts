import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { actorFacts } from './actor-facts.ts';
import { importIn } from './import-facts.ts';
import type { ManyInput } from './input.ts';

/**
 * Asks for one answer to every row where the same matter is open. The rows are closed to everybody until it is given;
 * a second press finds the work begun.
 */
export async function startAnswering(
  access: Access,
  id: string,
  { matter, answer }: Pick<ManyInput, 'matter' | 'answer'>,
): Promise<void> {
  const draft = await importIn(access, id, ['checked', 'answering']);
  const total = await ImportRows.countDocuments({ import: draft._id, matters: matter, open: true });
  await GuestImports.updateOne(
    { _id: draft._id, state: 'checked' },
    {
      $set: {
        state: 'answering',
        answering: { matter, answer },
        actor: actorFacts(access),
        trouble: null,
        tries: 0,
        progress: { done: 0, total },
        'lease.until': new Date(0),
      },
    },
  );
}
