import type { Types } from 'mongoose';
import type { RoomKind } from '../../../contract/live/index.ts';
import { type Action } from './permissions.ts';

interface EventLike {
  _id: Types.ObjectId;
}

/** The only place that spells a room's name. */
export const rooms = {
  /** Organisers' pages: everything about the event. */
  desk: (event: EventLike) => `desk:${String(event._id)}`,
  /** MC console. */
  stage: (event: EventLike) => `stage:${String(event._id)}`,
  /** Displays in the hall: counts, arrivals by name, the running item. */
  screen: (event: EventLike) => `screen:${String(event._id)}`,
  user: (id: string) => `user:${id}`,
  /** Administrators, for what belongs to no event. */
  office: 'office',
};

/** The right that opens each room. Doors watch the hall's room: counts and arrivals, nothing of the office. */
export const roomActions: Record<RoomKind, readonly Action[]> = {
  desk: ['guests.view'],
  stage: ['stage.view'],
  screen: ['screens.show', 'attendance.check-in'],
};

/** Every room of an event that shows presence or the stage. */
export const hallRooms = (event: EventLike): string[] => [
  rooms.desk(event),
  rooms.stage(event),
  rooms.screen(event),
];
