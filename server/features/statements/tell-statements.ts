import type { Types } from 'mongoose';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';

/** A statement was frozen, or another quorum is asked for: the desk and the lectern show it. */
export function tellStatements(event: { _id: Types.ObjectId }): void {
  tell([rooms.desk(event), rooms.stage(event)], 'page:stale', 'hall');
}
