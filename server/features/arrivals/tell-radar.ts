import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** Where a watched guest is has changed: the board and the lectern show it. */
export function tellRadar(event: { _id: Types.ObjectId }): void {
  tell([rooms.desk(event), rooms.stage(event)], 'page:stale', 'hall');
}
