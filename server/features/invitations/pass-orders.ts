import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import type { MailOrder } from '../mail/enqueue-mail.ts';
import { holdsPass } from './has-pass.ts';
import { mailOrder } from './mail-orders.ts';
import { recipientsOf } from './recipients-of.ts';

/** Whether a new pass could be sent: the guest comes, was invited, and somebody can be reached. */
export function canSendPass(guest: Guest): boolean {
  return guest.invitation !== null && holdsPass(guest) && recipientsOf(guest).length > 0;
}

/** The mails that bring a new pass to the guest, their secretary, or both. */
export function passOrders(event: Conference, guest: Guest, from: Mailbox): MailOrder[] {
  if (!canSendPass(guest)) return [];
  const order = mailOrder('pass', guest.pass?.issuedAt?.getTime() ?? 0, { event, guest, from });
  return recipientsOf(guest).map(({ suffix, ...to }) => ({ ...order, id: order.id + suffix, to }));
}
