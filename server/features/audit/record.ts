import { AuditEntries } from '../../../models/audit-entry.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { insertMissing } from '../../platform/database/insert-missing.ts';

/** Carries out audit effects: one entry per effect, under the effect's own id, so that a repeat changes nothing. */
export async function record(effects: readonly Effect[]): Promise<void> {
  await insertMissing(
    AuditEntries,
    effects.map(({ id, data, at }) => ({ _id: id, ...data, at })),
  );
}
