import type { Types } from 'mongoose';
import { comingStandings } from '../../../contract/attendance/coming.ts';
import type { Headcount } from '../../../contract/live/attendance.ts';
import { CheckIns } from '../../../models/check-in.ts';
import { Guests } from '../../../models/guest.ts';
import { companionsInside } from '../events/came-instead.ts';
import { countReplaced } from '../events/stand-ins.ts';

/** How many are in the hall and with how many companions, how many said they would come, how many are on the list. Counted, never incremented. */
export async function headcount(event: { _id: Types.ObjectId }): Promise<Headcount> {
  const [present, companions, answered, onList, replaced] = await Promise.all([
    CheckIns.countDocuments({
      event: event._id,
      list: String(event._id),
      'admission.at': { $gt: new Date(0) },
    }),
    companionsInside(event),
    Guests.countDocuments({ event: event._id, standing: { $in: comingStandings } }),
    Guests.countDocuments({ event: event._id, standing: { $ne: 'cancelled' } }),
    countReplaced(event),
  ]);
  return { present, companions, expected: answered - replaced, listed: onList - replaced };
}
