import type { CheckInList } from '../../../contract/attendance/list.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Access } from '../access/access.ts';
import { doorPlan } from '../door-plan/door-plan.ts';
import { inNow } from './in-now.ts';

/** Every check-in list of the event, that of the whole event first, and how many are in on it. */
export async function listCounts({ event }: Access): Promise<{ list: CheckInList; present: number }[]> {
  const { lists } = await doorPlan(event);
  return Promise.all(
    lists.map(async (list) => ({ list, present: await CheckIns.countDocuments(inNow(event, list)) })),
  );
}
