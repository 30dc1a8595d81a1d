import type { Log } from '../log.ts';
import { every, type Scheduled } from '../jobs/schedule.ts';

const EVERY_MS = 5 * 60_000;

/** A collection whose rows are worthless once the date in `field` has passed. The field must be indexed. */
export interface Perishable {
  model: { modelName: string; collection: { deleteMany(filter: object): Promise<{ deletedCount: number }> } };
  field: string;
}

/**
 * Deletes what has expired and says how much it was. The embedded engine ignores TTL indexes; nothing may rely on
 * the moment of deletion, every reader compares the date itself.
 */
export async function sweep(perishables: readonly Perishable[], now: Date = new Date()): Promise<number> {
  let deleted = 0;
  for (const { model, field } of perishables) {
    const result = await model.collection.deleteMany({ [field]: { $type: 'date', $lt: now } });
    deleted += result.deletedCount;
  }
  return deleted;
}

export function startSweeper(perishables: readonly Perishable[], log: Log): Scheduled {
  return every(EVERY_MS, { name: 'sweep', log, run: async () => void (await sweep(perishables)) });
}
