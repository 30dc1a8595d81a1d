import { type AuditEntry, AuditEntries } from '../../../models/audit-entry.ts';
import type { Effect } from '../../../models/fields/effects.ts';

/** Carries out audit effects: one entry per effect, under the effect's own id, so that a repeat changes nothing. */
export async function record(effects: readonly Effect[]): Promise<void> {
  await AuditEntries.bulkWrite(
    effects.map((effect) => ({
      updateOne: {
        filter: { _id: effect.id },
        update: { $setOnInsert: { ...(effect.data as Omit<AuditEntry, '_id' | 'at'>), at: effect.at } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
