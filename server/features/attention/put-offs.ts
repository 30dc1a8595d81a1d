import type { Types } from 'mongoose';
import { type PutOff, PutOffs } from '../../../models/put-off.ts';
import type { Concern, ConcernRow, Looking } from './concern.ts';

const MOST = 2000;

/** What was put off in this event, by kind. */
export async function putOffsOf(event: { _id: Types.ObjectId }): Promise<Map<string, PutOff[]>> {
  const all = await PutOffs.find({ event: event._id }).limit(MOST).lean<PutOff[]>();
  const byKind = new Map<string, PutOff[]>();
  for (const one of all) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return byKind;
}

export interface Hidden {
  row: ConcernRow;
  by: string;
  at: Date;
}

/** Rows of this kind that are still what they were when somebody put them off. */
export async function hiddenRows(
  concern: Concern,
  looking: Looking,
  putOffs: readonly PutOff[],
): Promise<Hidden[]> {
  if (putOffs.length === 0) return [];
  const keys = putOffs.map(({ key }) => key);
  const rows = await concern.rows(looking, { limit: keys.length, keys });
  const byKey = new Map(putOffs.map((one) => [one.key, one]));
  return rows.flatMap((row) => {
    const found = byKey.get(row.key);
    return found && found.mark === row.mark ? [{ row, by: found.by, at: found.at }] : [];
  });
}
