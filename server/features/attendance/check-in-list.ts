import type { Types } from 'mongoose';

export { eventList, wholeEvent } from '../door-plan/door-plan.ts';

/** One document per list and guest: its id is the lock. */
export function checkInId(list: string, guest: Types.ObjectId | string): string {
  return `${list}:${String(guest)}`;
}
