import { type Guest, Guests } from '../../../../models/guest.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { FoundSecretary } from './find-secretary.ts';

const MOST = 200;

/** Everybody this secretary answers for at this event, in protocol order. */
export async function peopleOf({ secretary }: FoundSecretary): Promise<Guest[]> {
  return Guests.find({ event: secretary.event, 'secretary.email': secretary.email, state: 'listed' })
    .sort({ order: 1 })
    .limit(MOST)
    .lean<Guest[]>();
}

/** One of them; somebody else's guest does not exist. */
export async function personOf({ secretary }: FoundSecretary, id: string): Promise<Guest> {
  const mine = { event: secretary.event, 'secretary.email': secretary.email };
  const guest = /^[0-9a-f]{24}$/.test(id) && (await Guests.findOne({ _id: id, ...mine }).lean<Guest>());
  if (!guest) throw new NotFound('guests.unknown');
  return guest;
}
