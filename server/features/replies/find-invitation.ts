import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';

export interface Invitation {
  guest: Guest;
  event: Conference;
}

/** What in a mail may name an invitation, the strongest first. An address alone never does. */
export interface Clues {
  /** Of a calendar message. */
  uid: string;
  /** In the recipient's address. */
  tag: string | null;
  /** Of the mails it answers. */
  messageIds: readonly string[];
}

/** `torn`: the clues name different invitations, as no honest mail does. */
export type Found =
  { kind: 'none' } | { kind: 'torn'; invitation: Invitation } | { kind: 'one'; invitation: Invitation };

export async function findInvitation({ uid, tag, messageIds }: Clues): Promise<Found> {
  const [byUid, byTag] = await Promise.all([
    uid === '' ? null : Guests.findOne({ 'invitation.uid': uid.trim().toLowerCase() }).lean<Guest>(),
    tag === null ? null : guestByTag(tag),
  ]);
  const guest = byUid ?? byTag ?? (uid === '' ? await guestByMail(messageIds) : null);
  const event = guest && (await Events.findById(guest.event).lean<Conference>());
  if (!guest || !event) return { kind: 'none' };
  const isTorn = Boolean(byTag) && uid !== '' && String(byUid?._id) !== String(byTag?._id);
  return { kind: isTorn ? 'torn' : 'one', invitation: { guest, event } };
}

/** The tag is the UID up to its @. */
export async function guestByTag(tag: string): Promise<Guest | null> {
  return Guests.findOne({ 'invitation.uid': { $gte: `${tag}@`, $lt: `${tag}A` } }).lean<Guest>();
}

async function guestByMail(messageIds: readonly string[]): Promise<Guest | null> {
  if (messageIds.length === 0) return null;
  const mail = await OutboxMails.findOne(
    { messageId: { $in: [...messageIds] }, guest: { $type: 'objectId' } },
    { guest: 1 },
  ).lean();
  return mail?.guest ? Guests.findById(mail.guest).lean<Guest>() : null;
}
