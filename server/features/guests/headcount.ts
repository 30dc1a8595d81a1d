import type { Types } from 'mongoose';
import type { Headcount } from '../../../contract/live/attendance.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import { countReplaced } from '../events/stand-ins.ts';

/** How many are in the hall, how many said they would come, how many are on the list. Counted, never incremented. */
export async function headcount(event: { _id: Types.ObjectId }): Promise<Headcount> {
  const [present, answered, onList, replaced] = await Promise.all([
    CheckIns.countDocuments({
      event: event._id,
      list: String(event._id),
      'admission.at': { $gt: new Date(0) },
    }),
    Guests.countDocuments({ event: event._id, standing: { $in: ['attending', 'substitute'] } }),
    Guests.countDocuments({ event: event._id, standing: { $ne: 'cancelled' } }),
    countReplaced(event),
  ]);
  return { present, expected: answered - replaced, listed: onList - replaced };
}
