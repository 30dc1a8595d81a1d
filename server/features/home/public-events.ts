import { type Conference, Events } from '../../../models/event.ts';
import { Users } from '../../../models/user.ts';
import { dayIn } from './my-board.ts';

export type PublicLine = Pick<Conference, 'slug' | 'title' | 'days' | 'venue' | 'host' | 'state'>;

const MOST = 20;
const AS_FAR_WEST_AS_IT_GETS = 'Etc/GMT+12';

/** What anybody may know is coming, the next first. Whatever the zone, today's event is still on the list. */
export async function publicEvents(now: Date): Promise<PublicLine[]> {
  const today = dayIn(AS_FAR_WEST_AS_IT_GETS, now);
  return Events.find(
    { state: { $in: ['published', 'live'] }, days: { $gte: today } },
    { slug: 1, title: 1, days: 1, venue: 1, host: 1, state: 1 },
  )
    .sort({ days: 1 })
    .limit(MOST)
    .lean<PublicLine[]>();
}

/** Before there is an account nobody can sign in. */
export async function isSetUp(): Promise<boolean> {
  return (await Users.exists({})) !== null;
}
