import type { Mailbox } from '../../../contract/mail.ts';
import { now } from '../../platform/clock.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import type { Invitation } from './find-invitation.ts';
import { entryOrder } from './mail-orders.ts';

const HOUR = 60 * 60 * 1000;

/** Sends the invitation as it is now to the invited address, at most once an hour. */
export async function resendEntry(
  { event, guest }: Invitation,
  { reason, from }: { reason: 'old-date' | 'refresh'; from: Mailbox },
): Promise<void> {
  if (!isMailAddress(guest.email)) return;
  const hour = Math.floor(now().getTime() / HOUR);
  await enqueueMail(entryOrder(reason, hour, { event, guest, from }));
}
