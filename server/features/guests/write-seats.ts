import { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { tellGuests } from './tell-guests.ts';

const CHUNK = 500;

/** Writes where guests sit by the plan of the hall. Those whose seat already says so stay untouched. */
export async function writeSeats(
  event: { _id: Types.ObjectId },
  seats: ReadonlyMap<string, string>,
): Promise<void> {
  const writes = [...seats].map(([_id, seat]) => ({
    updateOne: {
      filter: { _id: new Types.ObjectId(_id), event: event._id, seat: { $ne: seat } },
      update: { $set: { seat, updatedAt: now() }, $inc: { rev: 1 } },
    },
  }));
  for (let from = 0; from < writes.length; from += CHUNK) {
    await Guests.collection.bulkWrite(writes.slice(from, from + CHUNK), { ordered: false });
  }
  if (writes.length > 0) tellGuests(event);
}
