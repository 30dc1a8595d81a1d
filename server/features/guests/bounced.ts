import type { Types } from 'mongoose';
import type { MailState } from '../../../contract/states.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';

type Row = Pick<OutboxMail, 'guest' | 'state'>;

const lost: readonly MailState[] = ['failed', 'bounced', 'suppressed'];

/** Guests whom the last mail did not reach. */
export async function bouncedGuests(event: { _id: Types.ObjectId }): Promise<Types.ObjectId[]> {
  const failed = await OutboxMails.distinct('guest', { event: event._id, state: { $in: lost } });
  const ids = failed.flatMap((guest) => (guest ? [guest] : []));
  if (ids.length === 0) return [];
  const mails = await OutboxMails.find({ event: event._id, guest: { $in: ids } }, { guest: 1, state: 1 })
    .sort({ queuedAt: 1, _id: 1 })
    .lean<Row[]>();
  const last = new Map(mails.map(({ guest, state }) => [String(guest), { guest, state }]));
  return [...last.values()].flatMap(({ guest, state }) => (guest && lost.includes(state) ? [guest] : []));
}
