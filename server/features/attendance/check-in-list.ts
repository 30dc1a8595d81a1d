import type { Types } from 'mongoose';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { DAY_STARTS_AT } from '../../../contract/attendance/rules.ts';
import type { Conference } from '../../../models/event.ts';

/** The check-in list of the whole event. Days and sessions have lists of their own. */
export function eventList(event: { _id: Types.ObjectId }): string {
  return String(event._id);
}

/** Whoever has come to the event is in, once. It is there without being written anywhere. */
export function wholeEvent({
  _id,
  title,
  timeZone,
}: Pick<Conference, '_id' | 'title' | 'timeZone'>): CheckInList {
  return {
    id: eventList({ _id }),
    name: title,
    kind: 'event',
    rule: 'once',
    times: 1,
    timeZone,
    dayStartsAt: DAY_STARTS_AT,
    opensAt: null,
    closesAt: null,
    categories: [],
    requires: '',
  };
}

/** One document per list and guest: its id is the lock. */
export function checkInId(list: string, guest: Types.ObjectId | string): string {
  return `${list}:${String(guest)}`;
}
