import { Types } from 'mongoose';
import { coalesce } from '../../platform/live/coalesce.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

const TELL_EVERY = 500;

/** Whoever looks at the waves fetches them again, at most twice a second however fast letters are written. */
export function tellWaves(event: { _id: Types.ObjectId }): void {
  announce(String(event._id));
}

const announce = coalesce(TELL_EVERY, async (id) => {
  await Promise.resolve();
  tell(rooms.desk({ _id: new Types.ObjectId(id) }), 'page:stale', 'waves');
});
