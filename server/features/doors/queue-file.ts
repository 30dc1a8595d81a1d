import { z } from 'zod';
import { Refused } from '../../platform/errors.ts';

/** What a device did in a whole event takes a tenth of it. */
export const LARGEST_QUEUE_FILE = 10_000_000;

/** What a device has saved of what it could not send. Each happening is looked at by itself, as if it had been sent. */
const QueueFile = z.object({
  device: z.string().regex(/^[0-9a-f]{24}$/),
  happenings: z.array(z.unknown()),
  /** Records that the device itself could not read, as they lay on its disk. */
  unreadable: z.array(z.unknown()).default([]),
});
export type QueueFile = z.infer<typeof QueueFile>;

/** Refuses what no device has written. */
export function readQueueFile(content: Buffer | undefined): QueueFile {
  const result = QueueFile.safeParse(jsonIn(content?.toString('utf8') ?? ''));
  if (!result.success) throw new Refused('doors.queue-unreadable');
  return result.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
