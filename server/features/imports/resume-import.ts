import { GuestImports } from '../../../models/guest-import.ts';
import type { Access } from '../access/access.ts';
import { importIn } from './import-facts.ts';

/** Has a work that was given up tried again; the rows know what of it is done. */
export async function resumeImport(access: Access, id: string): Promise<void> {
  const { _id, state } = await importIn(access, id, ['writing', 'undoing']);
  await GuestImports.updateOne(
    { _id, state, trouble: { $ne: null } },
    { $set: { trouble: null, tries: 0, 'lease.until': new Date(0) } },
  );
}
