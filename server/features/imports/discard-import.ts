import { GuestImports } from '../../../models/guest-import.ts';
import { ImportRows } from '../../../models/import-row.ts';
import type { Access } from '../access/access.ts';
import { importIn } from './import-facts.ts';

/** Throws a draft away. Nothing of it was written anywhere. */
export async function discardImport(access: Access, id: string): Promise<void> {
  const draft = await importIn(access, id, ['columns', 'checked']);
  const gone = await GuestImports.deleteOne({ _id: draft._id, state: draft.state });
  if (gone.deletedCount > 0) await ImportRows.deleteMany({ import: draft._id });
}
