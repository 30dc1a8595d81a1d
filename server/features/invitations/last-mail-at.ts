import type { Guest } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';

/**
 * When the last mail to this guest was taken by a mail server, which may be long after it was ordered. No program looks
 * at what stays in the built-in mailbox.
 */
export async function lastMailAt({ _id, event }: Pick<Guest, '_id' | 'event'>): Promise<Date | null> {
  const left = { via: 'smtp', sentAt: { $gt: new Date(0) } } as const;
  const mail = await OutboxMails.findOne({ event, guest: _id, ...left }, { sentAt: 1 })
    .sort({ sentAt: -1 })
    .lean();
  return mail?.sentAt ?? null;
}
