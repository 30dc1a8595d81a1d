import type { SyncAnswer } from '../../../contract/door/sync.ts';
import type { Door } from '../../../models/door.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { listOfEvent } from './list-of-event.ts';
import { changesSince } from './live-list.ts';
import { settingOf } from './setting.ts';

/**
 * What a device has not heard of since it was told this cursor. Rows come again that it may know. Without a cursor, or
 * with one of another installation, it is told everything; it asks so itself when what it holds is not what the sum says.
 */
export async function syncDevice(
  { event }: Access,
  door: Pick<Door, '_id' | 'name' | 'profile' | 'expires'>,
  cursor: string,
): Promise<SyncAnswer> {
  const [list, setting] = await Promise.all([listOfEvent(event), settingOf(event, door)]);
  const from = Number(cursor);
  const whole = !(from > 0 && from <= list.asOf);
  const changes = whole
    ? { guests: list.guests.all(), passages: list.passages.all() }
    : changesSince(list, from);
  return {
    now: now().getTime(),
    cursor: String(list.asOf),
    whole,
    setting,
    ...changes,
    sum: { guests: list.guests.sum(), passages: list.passages.sum() },
  };
}
