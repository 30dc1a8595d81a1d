import type { MailState } from '../../../contract/states.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { audit } from '../audit/audit.ts';
import { eventOf, findMail, type Scope } from './outbox.ts';
import { wakeLanes } from './wake-lanes.ts';

const resendable: readonly MailState[] = ['failed', 'unknown', 'bounced', 'suppressed', 'cancelled'];

/**
 * Sends a mail that did not get through. One that may have arrived keeps its bytes; one that surely has not is
 * written anew, because a failure is often followed by a correction. A mail that was sent is not sent again: order
 * the next revision instead.
 */
export async function resendMail(access: Scope, id: string): Promise<void> {
  const mail = await findMail(access, id);
  if (!resendable.includes(mail.state)) throw new Refused('mail.not-resendable');

  const mayHaveArrived = mail.state !== 'bounced' && (mail.state === 'unknown' || mail.unknowns > 0);
  const anew = mayHaveArrived ? {} : { raw: null, unknowns: 0 };
  const { matchedCount } = await OutboxMails.updateOne(
    { _id: mail._id, event: eventOf(access), state: mail.state },
    {
      $set: {
        ...anew,
        state: 'queued',
        stage: null,
        due: now(),
        queuedAt: now(),
        troubledAt: null,
        attempts: 0,
        interruptions: 0,
      },
      $push: {
        effects: audit(access.actor, {
          action: 'audit.mail.resent',
          event: eventOf(access),
          subject: { kind: 'mail', id: mail._id },
          params: { name: mail.to.name || mail.to.address },
        }),
      },
    },
  );
  if (matchedCount === 0) throw new Refused('mail.not-resendable');
  settle(OutboxMails, mail._id);
  await wakeLanes(new Map([[mail.lane, now()]]));
}
