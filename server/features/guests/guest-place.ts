import { type Guest, Guests } from '../../../models/guest.ts';
import type { Message } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { protocolOrder } from '../directory/protocol-rank.ts';
import { orderOf } from './guest-record.ts';
import { standingsOnList } from './list-filter.ts';

type Neighbour = Pick<Guest, 'name' | 'addressForm'>;

/** Where a guest is named at this event, between whom, and why. */
export interface GuestPlace {
  place: number;
  total: number;
  after: Neighbour | null;
  before: Neighbour | null;
  because: Message[];
}

export async function guestPlace(access: Access, guest: Guest): Promise<GuestPlace> {
  const { order, _id } = guest;
  const listed = { event: access.event._id, standing: { $in: standingsOnList } };
  const ahead = { order: { $lte: order }, $or: [{ order: { $lt: order } }, { _id: { $lt: _id } }] };
  const behind = { order: { $gte: order }, $or: [{ order: { $gt: order } }, { _id: { $gt: _id } }] };
  const [count, total, after, before] = await Promise.all([
    Guests.countDocuments({ ...listed, ...ahead }),
    Guests.countDocuments(listed),
    neighbour({ ...listed, ...ahead }, -1),
    neighbour({ ...listed, ...behind }, 1),
  ]);
  return { place: count + 1, total, after, before, because: reasonsOf(access, guest) };
}

async function neighbour(filter: object, direction: 1 | -1): Promise<Neighbour | null> {
  return Guests.findOne(filter, { name: 1, addressForm: 1 })
    .sort({ order: direction, _id: direction })
    .lean<Neighbour>();
}

function reasonsOf({ event }: Access, guest: Guest): Message[] {
  const rank = { ...guest, categoryOrder: orderOf(guest.category, event) };
  return protocolOrder(rank, event.ladder).because;
}
