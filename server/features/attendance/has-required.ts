import { countsSince } from '../../../contract/attendance/day.ts';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { doorPlan, listOf } from '../door-plan/door-plan.ts';
import { checkInId } from './check-in-id.ts';

/** Whether the guest is in now on the list that this one requires. */
export async function hasRequired(
  event: Conference,
  { requires }: CheckInList,
  guest: Pick<Guest, '_id'>,
): Promise<boolean> {
  if (requires === '') return true;
  const required = listOf(await doorPlan(event), requires);
  const since = required ? countsSince(required, now().getTime()) : 0;
  const inside = { _id: checkInId(requires, guest._id), 'admission.at': { $gte: new Date(since) } };
  return (await CheckIns.exists(inside)) !== null;
}
