import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { now } from '../../platform/clock.ts';
import { TooMany } from '../../platform/errors.ts';
import { type Limit, spend } from '../../platform/http/rate-limit.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { strangerOrder } from './mail-orders.ts';

// Senders are easily forged: whatever comes in, few who never wrote to us hear from us.
const inAll: Limit = { name: 'reply-strangers', points: 100, seconds: 60 * 60 };
const oncePerDay: Limit = { name: 'reply-stranger', points: 1, seconds: 24 * 60 * 60 };

/** Tells the sender where to ask for a personal link: once a day to an address, whatever it sends us. */
export async function offerLink(
  to: Mailbox,
  { from, locale }: { from: Mailbox; locale: Locale },
): Promise<void> {
  if (!isMailAddress(to.address) || to.address.toLowerCase() === from.address.toLowerCase()) return;
  try {
    await spend(oncePerDay, to.address.toLowerCase());
    await spend(inAll, 'all');
  } catch (error) {
    if (error instanceof TooMany) return;
    throw error;
  }
  await enqueueMail(strangerOrder(to, { from, locale, at: now() }));
}
