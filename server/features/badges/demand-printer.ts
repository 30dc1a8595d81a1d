import type { BadgePlace, DoorProfile } from '../../../contract/door/plan.ts';
import type { Guest } from '../../../models/guest.ts';
import { type CheckIn, CheckIns } from '../../../models/check-in.ts';
import { Forbidden } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import type { Access } from '../access/access.ts';
import { profileOfPrinter } from './profile-of-printer.ts';

/** Pages of those a device has not let in itself: more than get lost, and too few to collect everybody's pass. */
const pagesOfOthers: Limit = { name: 'badge-pages-of-others', points: 30, seconds: 600 };

/** Only a device whose profile has badges printed may ask for one. */
export async function demandBadges(access: Access): Promise<void> {
  await demandPlace(access, ['here', 'station', 'serves']);
}

/**
 * Only a device that prints by itself gets the page of a badge, because it shows a code: of whom it has let in, and of
 * others, a few at a time, where a supervisor stands at it or where it prints for the others anyway.
 */
export async function demandPage(access: Access, guest: Pick<Guest, '_id'>): Promise<void> {
  const { badge, rank } = await demandPlace(access, ['here', 'serves']);
  if (await hasLetIn(access, guest)) return;
  if (badge !== 'serves' && rank !== 'supervisor') throw new Forbidden('badges.not-let-in-here');
  await spend(pagesOfOthers, access.actor.id);
}

async function demandPlace(access: Access, places: readonly BadgePlace[]): Promise<DoorProfile> {
  const profile = await profileOfPrinter(access);
  if (!profile || !places.includes(profile.badge)) throw new Forbidden('badges.no-printer');
  return profile;
}

/** Through this very device, on whatever list, and not taken back. */
async function hasLetIn({ actor, event }: Access, { _id }: Pick<Guest, '_id'>): Promise<boolean> {
  const own = { event: event._id, guest: _id, 'passages.door.id': actor.id };
  const found = await CheckIns.find(own, { passages: 1 }).lean<Pick<CheckIn, 'passages'>[]>();
  return found.some(({ passages }) => {
    const undone = new Set(passages.map(({ target }) => target));
    return passages.some(({ id, kind, door }) => kind === 'entry' && door.id === actor.id && !undone.has(id));
  });
}
