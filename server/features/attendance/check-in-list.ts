import type { Types } from 'mongoose';
import { type CheckInRule, DAY_STARTS_AT } from '../../../contract/attendance/rules.ts';
import type { Conference } from '../../../models/event.ts';

/** The check-in list of the whole event. Days and sessions will have lists of their own. */
export function eventList(event: { _id: Types.ObjectId }): string {
  return String(event._id);
}

/** Whoever has come to the event is in, once. */
export function eventRule({ timeZone }: Pick<Conference, 'timeZone'>): CheckInRule {
  return { rule: 'once', times: 1, timeZone, dayStartsAt: DAY_STARTS_AT };
}

/** One document per list and guest: its id is the lock. */
export function checkInId(list: string, guest: Types.ObjectId | string): string {
  return `${list}:${String(guest)}`;
}
