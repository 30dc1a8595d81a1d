import type { Types } from 'mongoose';

/** The check-in list of the whole event. Days and sessions will have lists of their own. */
export function eventList(event: { _id: Types.ObjectId }): string {
  return String(event._id);
}

/** One document per list and guest: its id is the lock. */
export function checkInId(list: string, guest: Types.ObjectId | string): string {
  return `${list}:${String(guest)}`;
}
