import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Something about the devices of this event is not as it was. */
export function tellDoors(event: { _id: Types.ObjectId }): void {
  tell(rooms.desk(event), 'page:stale', 'doors');
}
