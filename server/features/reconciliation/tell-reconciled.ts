import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Whoever shows contradictions at the doors, or how many there are, fetches them again. */
export function tellReconciled(event: { _id: Types.ObjectId }): void {
  tell(rooms.desk(event), 'page:stale', 'doubles');
}
