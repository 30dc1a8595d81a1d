import type { QueryFilter } from 'mongoose';
import { type Guest, Guests } from '../../../models/guest.ts';
import { PrintJobs } from '../../../models/print-job.ts';
import type { Access } from '../access/access.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  locale: 1,
  category: 1,
  side: 1,
  standing: 1,
  seat: 1,
  code: 1,
  pass: 1,
  answer: 1,
  createdAt: 1,
} as const;

/** A guest as a badge needs one. */
export type BadgeGuest = Pick<Guest, keyof typeof fields | '_id'>;

/** Badges in one file or on one page of the browser. */
export const badgesPerFile = 300;

export interface Chosen {
  /** "all", "attending", "not-printed", "category:…", or "guests" for those named. */
  who: string;
  guests: readonly string[];
}

/** In protocol order; the first part is 1. */
export async function badgeGuests(access: Access, chosen: Chosen, part = 1): Promise<BadgeGuest[]> {
  return Guests.find(await meantBy(access, chosen), fields)
    .sort({ order: 1, _id: 1 })
    .skip((part - 1) * badgesPerFile)
    .limit(badgesPerFile)
    .lean<BadgeGuest[]>();
}

export async function countBadgeGuests(access: Access, chosen: Chosen): Promise<number> {
  return Guests.countDocuments(await meantBy(access, chosen));
}

/** To show a design with: somebody of the category, or whoever stands first. */
export async function exampleGuest({ event }: Access, category: string): Promise<BadgeGuest | null> {
  const listed = { event: event._id, standing: { $ne: 'cancelled' as const } };
  const wanted = category === '' ? listed : { ...listed, category };
  return Guests.findOne(wanted, fields).sort({ order: 1, _id: 1 }).lean<BadgeGuest>();
}

export async function badgeGuest({ event }: Access, id: Guest['_id']): Promise<BadgeGuest | null> {
  return Guests.findOne({ event: event._id, _id: id }, fields).lean<BadgeGuest>();
}

/** Nobody who declined, was taken off the list or sends somebody else gets a badge, unless they are named. */
async function meantBy({ event }: Access, { who, guests }: Chosen): Promise<QueryFilter<Guest>> {
  const expected: QueryFilter<Guest> = {
    event: event._id,
    standing: { $nin: ['declined' as const, 'cancelled' as const] },
    replacedBy: null,
  };
  if (who === 'guests') return { event: event._id, _id: { $in: [...guests] } };
  if (who === 'attending')
    return { ...expected, standing: { $in: ['attending' as const, 'substitute' as const] } };
  if (who === 'not-printed') return { ...expected, _id: { $nin: await printedGuests(event) } };
  if (who.startsWith('category:')) return { ...expected, category: who.slice('category:'.length) };
  return expected;
}

function printedGuests({ _id }: Access['event']): Promise<Guest['_id'][]> {
  return PrintJobs.distinct('guest', { event: _id, state: 'printed' });
}
