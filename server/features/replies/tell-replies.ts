import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Whoever looks at the replies of this event fetches them again. */
export function tellReplies(event: { _id: Types.ObjectId }): void {
  tell(rooms.desk(event), 'page:stale', 'replies');
}
