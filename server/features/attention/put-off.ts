import { PutOffs } from '../../../models/put-off.ts';
import { now } from '../../platform/clock.ts';
import { tell } from '../../platform/live/tell.ts';
import { type Access, demand } from '../access/access.ts';
import { rooms } from '../access/rooms.ts';
import type { PutOffInput } from './input.ts';

/** Hides a row until something about it changes. */
export async function putOff(access: Access, { kind, key, mark }: PutOffInput): Promise<void> {
  const { event, actor } = demand(access, 'attention.put-off');
  const facts = { event: event._id, kind, key, mark, by: actor.name, at: now() };
  await PutOffs.updateOne({ _id: idOf(access, { kind, key }) }, { $set: facts }, { upsert: true });
  tell(rooms.desk(event), 'page:stale', 'attention');
}

/** Shows it again. */
export async function bringBack(access: Access, { kind, key }: PutOffInput): Promise<void> {
  const { event } = demand(access, 'attention.put-off');
  await PutOffs.deleteOne({ _id: idOf(access, { kind, key }), event: event._id });
  tell(rooms.desk(event), 'page:stale', 'attention');
}

function idOf({ event }: Access, { kind, key }: Pick<PutOffInput, 'kind' | 'key'>): string {
  return `${String(event._id)}:${kind}:${key}`;
}
