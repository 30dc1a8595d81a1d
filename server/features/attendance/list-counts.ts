import type { CheckInList } from '../../../contract/attendance/list.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Access } from '../access/access.ts';
import { doorPlan } from '../door-plan/door-plan.ts';

/** Every check-in list of the event, that of the whole event first, and how many are in on it. */
export async function listCounts({ event }: Access): Promise<{ list: CheckInList; present: number }[]> {
  const { lists } = await doorPlan(event);
  return Promise.all(
    lists.map(async (list) => {
      const isIn = { event: event._id, list: list.id, 'admission.at': { $gt: new Date(0) } };
      return { list, present: await CheckIns.countDocuments(isIn) };
    }),
  );
}
