import { createHash } from 'node:crypto';
import type { Receipt } from '../../../contract/attendance/receipt.ts';
import { SCAN_ID } from '../../../contract/attendance/scan-id.ts';
import { StrayScans } from '../../../models/stray-scan.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { doorOf } from './passage-of.ts';

const MOST_CHARACTERS = 4000;

/** Keeps what means nobody of this event, or cannot be read, as it came: for a person to look at. */
export async function keepStray(
  { event, actor }: Access,
  raw: unknown,
  /** Nothing the device tells can have happened before this moment, in milliseconds. */
  earliest = 0,
): Promise<Receipt> {
  const content = JSON.stringify(raw).slice(0, MOST_CHARACTERS);
  const id = idOf(raw);
  // By the id of the scan, where it has one: told again with a field more it is the same.
  const own = SCAN_ID.test(id) ? id : createHash('sha256').update(content).digest('hex');
  const stray = {
    event: event._id,
    door: doorOf(actor),
    receivedAt: now(),
    ...(earliest > 0 ? { earliest: new Date(earliest) } : {}),
    content,
  };
  const { upsertedCount } = await StrayScans.updateOne(
    { _id: strayId(event, own) },
    { $setOnInsert: stray },
    { upsert: true },
  );
  return { id, result: 'stray', repeated: upsertedCount === 0 };
}

/** What it says of itself may be anything. */
function idOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return '';
  return typeof raw.id === 'string' ? raw.id : '';
}

/** One stray, one record. */
export function strayId(event: Pick<Access['event'], '_id'>, scan: string): string {
  return `${String(event._id)}:${scan}`;
}
