import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { Conference } from '../../../models/event.ts';
import { NotFound } from '../../platform/errors.ts';
import { doorPlan, eventList, listOf, wholeEvent } from '../door-plan/door-plan.ts';

/** The check-in list of this id; that of the whole event when none is named. */
export async function listMeant(
  event: Pick<Conference, '_id' | 'title' | 'timeZone'>,
  id: string | undefined,
): Promise<CheckInList> {
  if (!id || id === eventList(event)) return wholeEvent(event);
  const list = listOf(await doorPlan(event), id);
  if (!list) throw new NotFound('attendance.no-such-list');
  return list;
}
