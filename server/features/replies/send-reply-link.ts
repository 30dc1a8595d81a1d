import type { Mailbox } from '../../../contract/mail.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { type Access, demand } from '../access/access.ts';
import { loadGuest } from '../guests/load-guest.ts';
import { mailOrder } from '../invitations/mail-orders.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { closeReply } from './close-reply.ts';
import { loadReply } from './reply-list.ts';

/** Answers with the guest's own link: to the invited address, never to whoever wrote. The address it went to. */
export async function sendReplyLink(access: Access, id: string, from: Mailbox): Promise<string> {
  demand(access, 'invitations.record-answer');
  const reply = await loadReply(access, id);
  if (!reply.guest) throw new NotFound('replies.unknown');
  const guest = await loadGuest(access, String(reply.guest));
  if (!isMailAddress(guest.email)) throw new Refused('replies.no-address');
  if (!guest.invitation?.linkHash) throw new Refused('replies.not-invited');
  await enqueueMail(mailOrder('link', `reply-${id}`, { event: access.event, guest, from }));
  await closeReply(access, reply, { reason: 'link-sent', kind: null });
  return guest.email;
}
