import { Guests } from '../../../models/guest.ts';
import { type OutboxMail } from '../../../models/outbox-mail.ts';

/**
 * Before an uncertain mail goes a second time: who was asked for an answer and has given one since needs no copy. Of
 * a mail that asks for none an answer says nothing.
 */
export async function hasArrived(
  mail: Pick<OutboxMail, 'settledByAnswer' | 'unknowns' | 'guest' | 'queuedAt'>,
): Promise<boolean> {
  if (!mail.settledByAnswer || mail.unknowns === 0 || mail.guest === null) return false;
  return (await Guests.exists({ _id: mail.guest, 'answer.at': { $gt: mail.queuedAt } })) !== null;
}
