import type { CheckInList } from '../../../contract/attendance/list.ts';
import { CheckIns } from '../../../models/check-in.ts';
import type { Guest } from '../../../models/guest.ts';
import { checkInId } from './check-in-id.ts';

/** Whether the guest is in on the list that this one requires. */
export async function hasRequired({ requires }: CheckInList, guest: Pick<Guest, '_id'>): Promise<boolean> {
  if (requires === '') return true;
  const inside = { _id: checkInId(requires, guest._id), admission: { $ne: null } };
  return (await CheckIns.exists(inside)) !== null;
}
