import type { Types } from 'mongoose';
import { Guests } from '../../../models/guest.ts';
import { bouncedGuests } from './bounced.ts';
import type { Tab } from './input.ts';
import { tabFilter } from './list-filter.ts';
import { countStandings, tallyOf } from './tally.ts';

export type TabCounts = Readonly<Record<Tab, number>>;

/** How many guests each tab holds. Counted in the indexes; no guest is read, except the few whose mail came back. */
export async function tabCounts(event: { _id: Types.ObjectId }): Promise<TabCounts> {
  const count = (tab: Tab, ids: readonly Types.ObjectId[] = []) =>
    Guests.countDocuments({ event: event._id, ...tabFilter(tab, ids) });
  const [standings, arrived, missing, ids] = await Promise.all([
    countStandings(event),
    count('arrived'),
    count('missing'),
    bouncedGuests(event),
  ]);
  const bounced = ids.length > 0 ? await count('bounced', ids) : 0;
  return { ...standings, all: tallyOf(standings).listed, arrived, missing, bounced };
}
