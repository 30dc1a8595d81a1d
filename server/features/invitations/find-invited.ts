import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import type { Access } from '../access/access.ts';
import { guestName } from '../guests/guest-name.ts';
import { isGuestToken } from './guest-link.ts';
import { isLinkExpired } from './reply-state.ts';

/** The holder of a personal link, with the event it leads to. */
export interface Invited {
  access: Access;
  guest: Guest;
  token: string;
}

/** Whose link this is; null for links that never were, were replaced, or whose time is over. */
export async function findInvited(token: string): Promise<Invited | null> {
  if (!isGuestToken(token)) return null;
  const guest = await guestByLink(hashToken(token));
  const event = guest && (await eventById(String(guest.event)));
  if (!guest || !event || isLinkExpired(event, now())) return null;
  return { access: guestAccess(event, guest), guest, token };
}

// An invitation goes out to everybody at once, and so they come.
const guestByLink = groupRead(async (hashes) => {
  const guests = await Guests.find({ 'invitation.linkHash': { $in: hashes } }).lean<Guest[]>();
  return new Map(guests.map((guest) => [guest.invitation?.linkHash ?? '', guest]));
});

const eventById = groupRead(async (ids) => {
  const events = await Events.find({ _id: { $in: ids } }).lean<Conference[]>();
  return new Map(events.map((event) => [String(event._id), event]));
});

function guestAccess(event: Conference, guest: Guest): Access {
  return { actor: { kind: 'guest', id: String(guest._id), name: guestName(guest) }, event, role: 'guest' };
}
