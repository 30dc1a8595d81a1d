import type { Types } from 'mongoose';
import { ImportRows, type RowOutcome } from '../../../models/import-row.ts';

/** Writes down what came of rows. */
export async function markRows(
  ids: readonly Types.ObjectId[],
  outcome: RowOutcome,
  reason = '',
): Promise<void> {
  if (ids.length === 0) return;
  await ImportRows.updateMany({ _id: { $in: [...ids] } }, { $set: { outcome, reason } });
}
