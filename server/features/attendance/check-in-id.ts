import type { Types } from 'mongoose';

/** One document per list and guest: its id is the lock. */
export function checkInId(list: string, guest: Types.ObjectId | string): string {
  return `${list}:${String(guest)}`;
}
