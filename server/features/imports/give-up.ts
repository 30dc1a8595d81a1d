import { type GuestImport, GuestImports, type ImportState } from '../../../models/guest-import.ts';
import type { ListedImport } from './import-facts.ts';

/** Where nothing was written yet the draft goes back a step; what is half written waits for somebody to go on with it. */
const stepBack: Partial<Record<ImportState, ImportState>> = { checking: 'columns', answering: 'checked' };

/** Stops a work that fails every time, and says so. */
export async function giveUp({ _id, state, lease }: ListedImport): Promise<void> {
  const trouble: GuestImport['trouble'] = { code: 'imports.gave-up', params: {} };
  await GuestImports.updateOne(
    { _id, state, 'lease.turn': lease.turn },
    { $set: { trouble, state: stepBack[state] ?? state } },
  );
}
