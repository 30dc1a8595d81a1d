import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { guestWords } from '../guests/guest-words.ts';

const fields = {
  name: 1,
  addressForm: 1,
  position: 1,
  organisationName: 1,
  locale: 1,
  seat: 1,
  code: 1,
} as const;
const most = 5;

export type PreviewGuest = Pick<Guest, keyof typeof fields | '_id'>;

/** A few guests to try a letter on: those found, or the first of the list. */
export async function guestsToTry(access: Access, query: string): Promise<PreviewGuest[]> {
  const searched = await guestWords(access, query);
  return Guests.find({ $and: [{ event: access.event._id, state: 'listed' }, ...searched] }, fields)
    .sort({ order: 1, _id: 1 })
    .limit(most)
    .lean<PreviewGuest[]>();
}

/** The guest asked for, or the first of those found; null while there is none. */
export async function previewGuest(
  access: Access,
  { guest, q }: { guest: string; q: string },
): Promise<PreviewGuest | null> {
  if (!/^[0-9a-f]{24}$/.test(guest)) return (await guestsToTry(access, q))[0] ?? null;
  return Guests.findOne({ event: access.event._id, _id: guest }, fields).lean<PreviewGuest>();
}
