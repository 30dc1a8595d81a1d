import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
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
  const guest = await Guests.findOne({ 'invitation.linkHash': hashToken(token) }).lean<Guest>();
  const event = guest && (await Events.findById(guest.event).lean<Conference>());
  if (!guest || !event || isLinkExpired(event, now())) return null;
  return { access: guestAccess(event, guest), guest, token };
}

function guestAccess(event: Conference, guest: Guest): Access {
  return { actor: { kind: 'guest', id: String(guest._id), name: guestName(guest) }, event, role: 'guest' };
}
