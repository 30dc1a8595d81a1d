import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Whoever shows the lists of the units fetches them again. */
export function tellNominations(event: { _id: Types.ObjectId }): void {
  tell(rooms.desk(event), 'page:stale', 'nominations');
}
