import type { Types } from 'mongoose';
import { countsSince } from '../../../contract/attendance/day.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { now } from '../../platform/clock.ts';

/** Finds who is in on a list at this moment, in an index. */
export function inNow(event: { _id: Types.ObjectId }, list: CheckInList) {
  const since = new Date(countsSince(list, now().getTime()));
  return { event: event._id, list: list.id, 'admission.at': { $gte: since } };
}
