import type { Mailbox } from '../../../contract/mail.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { type SecretaryLink, SecretaryLinks } from '../../../models/secretary.ts';
import { now } from '../../platform/clock.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { enqueueMail, type MailOrder } from '../mail/enqueue-mail.ts';
import { mailOrder } from './mail-orders.ts';
import { isLinkExpired } from './reply-state.ts';
import { secretaryOrder } from './secretary/send-secretary-link.ts';

const perVisitor: Limit = { name: 'link-visitor', points: 10, seconds: 3600 };
const perAddress: Limit = { name: 'link-address', points: 3, seconds: 3600 };
const HOUR = 60 * 60 * 1000;
const most = 10;

/**
 * Sends the links of every current invitation to this address once more, once an hour at most. Whoever asks learns
 * nothing: the answer is the same for an address that is on no list.
 */
export async function requestLink(
  email: string,
  { visitor, from }: { visitor: string; from: Mailbox },
): Promise<void> {
  await spend(perVisitor, visitor);
  await spend(perAddress, email);
  const guests = await Guests.find({ email, state: 'listed', 'invitation.linkHash': { $gt: '' } })
    .sort({ 'invitation.sentAt': -1 })
    .limit(most)
    .lean<Guest[]>();
  const events = await Events.find({ _id: { $in: guests.map(({ event }) => event) } }).lean<Conference[]>();
  const mark = Math.floor(now().getTime() / HOUR);
  const orders = guests.flatMap((guest) => {
    const event = events.find(({ _id }) => _id.equals(guest.event));
    const current = event && event.state !== 'draft' && !isLinkExpired(event, now());
    return current ? [mailOrder('link', mark, { event, guest, from })] : [];
  });
  orders.push(...(await secretaryOrders(email, { mark, from })));
  if (orders.length > 0) await enqueueMail(...orders);
}

/** Somebody who answers for others has a link of their own. */
async function secretaryOrders(
  email: string,
  { mark, from }: { mark: number; from: Mailbox },
): Promise<MailOrder[]> {
  const links = await SecretaryLinks.find({ email }).sort({ _id: -1 }).limit(most).lean<SecretaryLink[]>();
  const events = await Events.find({ _id: { $in: links.map(({ event }) => event) } }).lean<Conference[]>();
  return links.flatMap((link) => {
    const event = events.find(({ _id }) => _id.equals(link.event));
    const isCurrent = event && event.state !== 'draft' && !isLinkExpired(event, now());
    return isCurrent ? [secretaryOrder({ event, link, locale: event.defaultLocale, from, mark })] : [];
  });
}
