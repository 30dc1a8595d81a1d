import { type Guest, Guests } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';

const fields = { name: 1, addressForm: 1, position: 1, organisationName: 1, locale: 1 } as const;
const most = 30;

export type PreviewGuest = Pick<Guest, keyof typeof fields | '_id'>;

/** Some of the list, in protocol order, to try a letter on. */
export async function firstGuests(access: Access): Promise<PreviewGuest[]> {
  return Guests.find({ event: access.event._id, state: 'listed' }, fields)
    .sort({ order: 1, _id: 1 })
    .limit(most)
    .lean<PreviewGuest[]>();
}

/** The guest asked for, or the first of the list; null while there is none. */
export async function previewGuest(access: Access, id: string): Promise<PreviewGuest | null> {
  const wanted = /^[0-9a-f]{24}$/.test(id) ? { _id: id } : { state: 'listed' as const };
  return Guests.findOne({ event: access.event._id, ...wanted }, fields)
    .sort({ order: 1, _id: 1 })
    .lean<PreviewGuest>();
}
