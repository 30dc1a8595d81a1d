import type { UpdateQuery } from 'mongoose';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { type Fate, inGroups } from '../../platform/in-groups.ts';

type Row = Pick<OutboxMail, '_id' | 'token' | 'state' | 'log'>;

export interface ClaimedWrite {
  mail: Pick<OutboxMail, '_id' | 'token'>;
  update: UpdateQuery<OutboxMail>;
  /** Whether this write is in the row, which shows the last line of its history. */
  isIn: (row: Row) => boolean;
}

interface BulkTarget {
  bulkWrite(operations: readonly object[], options: object): Promise<{ matchedCount: number }>;
}

// The plain driver: the writes are made by our own code, and casting them costs more than sending them.
const collection: BulkTarget = OutboxMails.collection;

/** Writes to a mail that a worker holds; false when it does not hold it any more. Together with whatever others write. */
export const writeClaimed = inGroups(async (group: readonly ClaimedWrite[]): Promise<Fate<boolean>[]> => {
  const operations = group.map(({ mail: { _id, token }, update }) => ({
    updateOne: { filter: { _id, state: 'sending', token }, update },
  }));
  const { matchedCount } = await collection.bulkWrite(operations, { ordered: false });
  if (matchedCount === group.length) return group.map(() => ({ value: true }));
  return lookEachUp(group);
});

/** The database counts a group and does not say whose write found nothing. */
async function lookEachUp(group: readonly ClaimedWrite[]): Promise<Fate<boolean>[]> {
  const ids = group.map(({ mail }) => mail._id);
  const rows = await OutboxMails.find(
    { _id: { $in: ids } },
    { token: 1, state: 1, log: { $slice: -1 } },
  ).lean<Row[]>();
  const byId = new Map(rows.map((row) => [row._id, row]));
  return group.map(({ mail, isIn }) => {
    const row = byId.get(mail._id);
    return { value: row !== undefined && isIn(row) };
  });
}
