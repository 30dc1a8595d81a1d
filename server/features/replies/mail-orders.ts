import { createHash } from 'node:crypto';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { MailOrder } from '../mail/enqueue-mail.ts';
import { addressed, type Ordered } from '../invitations/mail-orders.ts';

export const replyMailKinds = {
  changed: 'replies.changed',
  entry: 'replies.entry',
  stranger: 'replies.stranger',
} as const;

/** "Your answer is now … Was that not you?" */
export function changedOrder(key: string, ordered: Ordered): MailOrder {
  return {
    id: `${String(ordered.guest._id)}:reply-changed:${key}`,
    kind: replyMailKinds.changed,
    ...addressed(ordered),
    data: { mark: key },
    urgent: true,
  };
}

/** The entry as it is now, once in the same hour. */
export function entryOrder(reason: 'old-date' | 'refresh', hour: number, ordered: Ordered): MailOrder {
  return {
    id: `${String(ordered.guest._id)}:reply-entry:${hour}`,
    kind: replyMailKinds.entry,
    ...addressed(ordered),
    data: { reason },
    urgent: true,
  };
}

/** To somebody who wrote to us and whom we do not know. */
export function strangerOrder(
  to: Mailbox,
  { from, locale, at }: { from: Mailbox; locale: Locale; at: Date },
): MailOrder {
  const who = createHash('sha256').update(to.address.toLowerCase()).digest('hex').slice(0, 32);
  return {
    id: `reply-stranger:${who}:${at.getTime()}`,
    kind: replyMailKinds.stranger,
    locale,
    to,
    from,
    urgent: false,
  };
}
