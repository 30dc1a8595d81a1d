import type { Types } from 'mongoose';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { Refused } from '../../platform/errors.ts';
import { displayName, isMailAddress } from '../../platform/mail-address.ts';
import { messageIdOf } from './compose-mail.ts';

/** What somebody wants sent. The text is written when the mail's turn comes, by the writer of its kind. */
export interface MailOrder {
  id: string;
  kind: string;
  locale: Locale;
  to: Mailbox;
  from: Mailbox;
  event?: Types.ObjectId | null;
  guest?: Types.ObjectId | null;
  data?: Record<string, unknown>;
  urgent?: boolean;
  /** Not before this moment. */
  due?: Date;
}

/** Puts mails into the outbox. An id that is there already stays as it is, whatever became of it. */
export async function enqueueMail(...orders: readonly MailOrder[]): Promise<void> {
  const writes = orders.map((order) => ({
    updateOne: { filter: { _id: order.id }, update: { $setOnInsert: rowOf(order) }, upsert: true },
  }));
  if (writes.length === 0) return;
  try {
    await OutboxMails.bulkWrite(writes, { ordered: false });
  } catch (error) {
    // Two orders of one id at the same instant: the other one is in. Ask again for those that may have been cut off.
    if (!isDuplicateKey(error)) throw error;
    await OutboxMails.bulkWrite(writes, { ordered: false });
  }
}

/** The same as an effect, to be written with the fact that the mail tells of. */
export function mailEffect(order: MailOrder): Effect {
  return { id: `mail:${order.id}`, kind: 'mail', data: { ...order, id: order.id }, at: now() };
}

/** Carries out effects made by `mailEffect`. */
export async function enqueueMailEffects(effects: readonly Effect[]): Promise<void> {
  await enqueueMail(...effects.map(({ data }) => data as unknown as MailOrder));
}

function rowOf({ id, to, from, ...order }: MailOrder) {
  return {
    event: order.event ?? null,
    guest: order.guest ?? null,
    kind: order.kind,
    locale: order.locale,
    to: checked(to),
    from: checked(from),
    data: order.data ?? {},
    urgent: order.urgent ?? false,
    due: order.due ?? now(),
    messageId: messageIdOf(id, from),
    queuedAt: now(),
  };
}

function checked({ name, address }: Mailbox): Mailbox {
  if (!isMailAddress(address)) throw new Refused('mail.address-wrong', { address });
  return { name: displayName(name), address };
}
