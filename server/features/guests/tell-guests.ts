import { Types } from 'mongoose';
import { coalesce } from '../../platform/live/coalesce.ts';
import { isHeard } from '../../platform/live/stream.ts';
import { tell } from '../../platform/live/tell.ts';
import { rooms } from '../access/rooms.ts';
import { tally } from './tally.ts';

const TALLY_EVERY = 250;

interface EventLike {
  _id: Types.ObjectId;
}

/** Whoever shows guests fetches them again; the tally follows. */
export function tellGuests(event: EventLike): void {
  tell([rooms.desk(event), rooms.stage(event)], 'page:stale', 'guests');
  tellTally(event);
}

/** Tells the tally of answers, at most four times a second however many answer. */
export function tellTally(event: EventLike): void {
  recount(String(event._id));
}

// A tally that could not be read is told with the next change; news is a hint, pages fetch the truth.
const recount = coalesce(TALLY_EVERY, async (id) => {
  const event = { _id: new Types.ObjectId(id) };
  const desk = rooms.desk(event);
  if (isHeard([desk])) tell(desk, 'invitations:tallied', await tally(event));
});
