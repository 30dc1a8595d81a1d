import type { Mailbox } from '../../../contract/mail.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { changeNomination } from './change-nomination.ts';
import { nomineeOf } from './edit-nominee.ts';
import type { ReturnInput } from './input.ts';
import { nominationMail } from './mail-orders.ts';

/** Sends a name back to the unit with a remark; the secretary is told by mail. */
export async function returnNominee(
  access: Access,
  id: string,
  { nominee, remark, from }: ReturnInput & { from: Mailbox },
): Promise<Nomination> {
  demand(access, 'nominations.accept');
  return changeNomination(access, id, (nomination) => {
    const before = nomineeOf(nomination, nominee);
    if (before.state === 'returned' && before.remark === remark) return null;
    if (before.state === 'accepted') throw new Refused('nominations.error.accepted-already');
    if (before.state === 'replaced') throw new Refused('nominations.error.not-waiting');
    const after = { ...before, state: 'returned' as const, remark };
    const mark = `${nominee}:${now().getTime()}`;
    const order = nominationMail('returned', mark, { event: access.event, nomination, from });
    return {
      set: { nominees: nomination.nominees.map((one) => (one === before ? after : one)) },
      action: 'audit.nominations.returned',
      params: { name: displayName(before.name, 'vi'), remark },
      effects: order ? [mailEffect(order)] : [],
    };
  });
}
