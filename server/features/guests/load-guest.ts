import { type Guest, Guests } from '../../../models/guest.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';

/** A guest of this event; a stranger's guest does not exist. */
export async function loadGuest(access: Access, id: string): Promise<Guest> {
  const known = /^[0-9a-f]{24}$/.test(id);
  const guest = known && (await Guests.findOne({ _id: id, event: access.event._id }).lean<Guest>());
  if (!guest) throw new NotFound('guests.unknown');
  return guest;
}
