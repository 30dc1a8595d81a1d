import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';

/** The mail whose Message-ID begins with this digest. */
export async function findByDigest(digest: string): Promise<OutboxMail | null> {
  return OutboxMails.findOne(
    { messageId: { $gte: `<${digest}@`, $lt: `<${digest}A` } },
    { raw: 0, effects: 0 },
  ).lean<OutboxMail>();
}
