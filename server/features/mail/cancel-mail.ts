import { OutboxMails } from '../../../models/outbox-mail.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { findMail } from './outbox.ts';
import { waitingStates } from './waiting-states.ts';

/** Takes a waiting mail out of the queue. One that is just being sent cannot be called back. */
export async function cancelMail(access: Access, id: string): Promise<void> {
  const mail = await findMail(access, id);
  const { matchedCount } = await OutboxMails.updateOne(
    { _id: mail._id, event: access.event._id, state: { $in: waitingStates } },
    {
      $set: { state: 'cancelled', due: null, held: false },
      $push: {
        effects: audit(access.actor, {
          action: 'audit.mail.cancelled',
          event: access.event._id,
          subject: { kind: 'mail', id: mail._id },
          params: { name: mail.to.name || mail.to.address },
        }),
      },
    },
  );
  if (matchedCount === 0) throw new Refused('mail.not-waiting');
  settle(OutboxMails, mail._id);
}
