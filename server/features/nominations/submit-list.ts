import type { Mailbox } from '../../../contract/mail.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { type Access, demand } from '../access/access.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { changeNomination } from './change-nomination.ts';
import { nominationMail } from './mail-orders.ts';
import { refuseUnlessLive } from './refuse-closed.ts';
import { seatsOf } from './seats.ts';

/** The unit hands its list in. What was named is kept as it is; a receipt goes to the secretary. */
export async function submitList(access: Access, id: string, from: Mailbox): Promise<Nomination> {
  demand(access, 'nominations.name');
  return changeNomination(access, id, (nomination) => {
    if (nomination.submittedAt) return null;
    refuseUnlessLive(access.event, nomination, now());
    const order = nominationMail('received', 'first', { event: access.event, nomination, from });
    return {
      set: { submittedAt: now(), activeAt: now() },
      action: 'audit.nominations.submitted',
      params: { count: seatsOf(nomination).named },
      effects: order ? [mailEffect(order)] : [],
    };
  });
}
