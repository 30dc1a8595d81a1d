import { OutboxMails } from '../../../models/outbox-mail.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { audit } from '../audit/audit.ts';
import { eventOf, findMail, type Scope } from './outbox.ts';
import { tellMail } from './tell-mail.ts';
import { waitingStates } from './waiting-states.ts';

/** Takes a waiting mail out of the queue. One that is just being sent cannot be called back. */
export async function cancelMail(access: Scope, id: string): Promise<void> {
  const mail = await findMail(access, id);
  const { matchedCount } = await OutboxMails.updateOne(
    { _id: mail._id, event: eventOf(access), state: { $in: waitingStates } },
    {
      $set: { state: 'cancelled', due: null, held: false },
      $push: {
        effects: audit(access.actor, {
          action: 'audit.mail.cancelled',
          event: eventOf(access),
          subject: { kind: 'mail', id: mail._id },
          params: { name: mail.to.name || mail.to.address },
        }),
      },
    },
  );
  if (matchedCount === 0) throw new Refused('mail.not-waiting');
  settle(OutboxMails, mail._id);
  tellMail(mail.event);
}
