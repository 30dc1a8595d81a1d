import type { Types } from 'mongoose';
import type { SuppressionScope } from '../../../contract/mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { now } from '../../platform/clock.ts';
import { suppressionId } from './address-key.ts';

export interface SuppressOrder {
  scope: SuppressionScope;
  key: Buffer;
  hint: string;
  organisation?: Types.ObjectId | null;
  reason?: { code: string; text: string };
}

/** Puts an address on the stop list. One that is there already keeps its first day. */
export async function suppress({
  scope,
  key,
  hint,
  organisation = null,
  reason,
}: SuppressOrder): Promise<void> {
  const _id = suppressionId(scope, organisation, key);
  const since = { at: now(), reason: reason ? { code: reason.code, text: reason.text.slice(0, 300) } : null };
  const again = await Suppressions.updateOne(
    { _id, liftedAt: { $ne: null } },
    { $set: { ...since, liftedAt: null } },
  );
  if (again.matchedCount > 0) return;
  await Suppressions.updateOne(
    { _id },
    { $setOnInsert: { scope, organisation, hint, ...since, liftedAt: null } },
    { upsert: true },
  );
}
