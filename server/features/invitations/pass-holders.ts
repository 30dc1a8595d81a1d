import { passesPerFile } from '../../../contract/pass/pass-layout.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { guestConditions } from '../guests/guest-conditions.ts';
import type { GuestFilter } from '../guests/list-filter.ts';
import type { PassPrintQuery } from './input.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  category: 1,
  side: 1,
  code: 1,
  pass: 1,
  seat: 1,
  locale: 1,
  standsFor: 1,
  createdAt: 1,
} as const;

export type PassHolder = Pick<Guest, keyof typeof fields | '_id'>;
type Asked = Omit<PassPrintQuery, 'layout' | 'file'>;

/** Those meant who may come and whose pass would admit them, in protocol order; the first file is 1. */
export async function passHolders(access: Access, query: Asked, file: number): Promise<PassHolder[]> {
  return Guests.find(await meant(access, query), fields)
    .sort({ order: 1, _id: 1 })
    .skip((file - 1) * passesPerFile)
    .limit(passesPerFile)
    .lean<PassHolder[]>();
}

export interface PassCount {
  count: number;
  /** Those meant who have declined: nobody prints a pass for them unless they ask for these guests by name. */
  declined: number;
}

export async function countPassHolders(access: Access, query: Asked): Promise<PassCount> {
  const [count, declined] = await Promise.all([
    Guests.countDocuments(await meant(access, query)),
    asksForThem(query)
      ? 0
      : Guests.countDocuments({ $and: [await all(access, query), { standing: 'declined' }] }),
  ]);
  return { count, declined };
}

async function meant(access: Access, query: Asked): Promise<GuestFilter> {
  const filter = await all(access, query);
  return asksForThem(query) ? filter : { $and: [filter, { standing: { $ne: 'declined' } }] };
}

/** Who was ticked is meant, whatever they have answered; so is everybody on the tab of those who declined. */
function asksForThem({ guests, tab }: Asked): boolean {
  return guests.length > 0 || tab === 'declined';
}

async function all(access: Access, query: Asked): Promise<GuestFilter> {
  const event = access.event._id;
  const valid = { event, state: 'listed' as const, replacedBy: null, 'pass.revokedAt': null };
  if (query.guests.length > 0) return { ...valid, _id: { $in: query.guests } };
  const { conditions } = await guestConditions(access, query);
  return { $and: [valid, ...conditions] };
}
