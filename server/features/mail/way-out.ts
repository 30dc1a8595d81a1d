import { type OutboxMail } from '../../../models/outbox-mail.ts';
import { paths } from '../../paths.ts';
import { bounceAddress } from './bounce-address.ts';
import type { WayOut } from './compose-mail.ts';
import { hostOf } from './host-of.ts';
import type { PostOffice } from './post-office.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

/** How the reader of a campaign mail gets out: one click, or one mail where somebody reads it. */
export async function wayOut(
  mail: Pick<OutboxMail, '_id' | 'to' | 'event'>,
  office: PostOffice,
): Promise<WayOut> {
  const token = unsubscribeToken(office, mail, await hostOf(mail.event));
  return {
    href: `${office.siteUrl}${paths.unsubscribe(token)}`,
    mailbox: bounceAddress(office, mail._id, 'u'),
  };
}
