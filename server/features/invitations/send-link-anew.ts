import type { Mailbox } from '../../../contract/mail.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { linkHash } from './guest-link.ts';
import { mailOrder } from './mail-orders.ts';
import { recipientsOf } from './recipients-of.ts';

/** Makes the guest's personal link, when the old one was revoked with an address, and sends it to where they are now. */
export async function sendLinkAnew(
  access: Access,
  id: string,
  { from, linkKey }: { from: Mailbox; linkKey: string },
): Promise<Guest> {
  demand(access, 'invitations.send');
  const guest = await loadGuest(access, id);
  const to = recipientsOf(guest);
  if (!guest.invitation?.sentAt || guest.state === 'cancelled')
    throw new Refused('secretaries.link.not-invited');
  if (to.length === 0) throw new Refused('secretaries.link.no-address');
  const linkRevision = Math.max(1, guest.invitation.linkRevision);
  const order = mailOrder('link', now().getTime(), { event: access.event, guest, from });
  const orders = to.map(({ suffix, ...mailbox }) => ({ ...order, id: order.id + suffix, to: mailbox }));
  const entry = audit(access.actor, {
    action: 'audit.invitations.link-anew',
    event: access.event._id,
    subject: { kind: 'guest', id },
    params: { name: guestName(guest) },
  });
  const link = {
    'invitation.linkRevision': linkRevision,
    'invitation.linkHash': linkHash(linkKey, guest, linkRevision),
  };
  const written = await Guests.findOneAndUpdate(
    { _id: guest._id, event: guest.event, rev: guest.rev },
    {
      $set: link,
      $inc: { rev: 1 },
      $push: { effects: { $each: [entry, ...orders.map(mailEffect)] } },
    },
    { returnDocument: 'after' },
  ).lean<Guest>();
  if (!written) throw new Refused('errors.conflict-rev');
  settle(Guests, written._id);
  return written;
}
