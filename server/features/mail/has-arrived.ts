import { Guests } from '../../../models/guest.ts';
import { type OutboxMail } from '../../../models/outbox-mail.ts';

/** Before an uncertain campaign mail goes a second time: a guest who has answered since it was ordered needs no copy. */
export async function hasArrived(
  mail: Pick<OutboxMail, 'purpose' | 'unknowns' | 'guest' | 'queuedAt'>,
): Promise<boolean> {
  if (mail.purpose !== 'campaign' || mail.unknowns === 0 || mail.guest === null) return false;
  return (await Guests.exists({ _id: mail.guest, 'answer.at': { $gt: mail.queuedAt } })) !== null;
}
