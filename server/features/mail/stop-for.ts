import type { SuppressionScope } from '../../../contract/mail.ts';
import { type OutboxMail } from '../../../models/outbox-mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { addressKey, suppressionId } from './address-key.ts';
import { hostOf } from './host-of.ts';
import type { PostOffice } from './post-office.ts';

/**
 * Why this mail must not leave now, or null. An address that does not exist gets nothing; one that complained only
 * what somebody there is waiting for this minute; whoever unsubscribed still gets passes, changes and cancellations.
 */
export async function stopFor(
  mail: Pick<OutboxMail, 'to' | 'event' | 'purpose' | 'urgent'>,
  office: Pick<PostOffice, 'secret'>,
): Promise<SuppressionScope | null> {
  const key = addressKey(office, mail.to.address);
  const ids = [suppressionId('hard', null, key)];
  if (!mail.urgent) ids.push(suppressionId('complaint', null, key));
  if (mail.purpose === 'campaign') {
    const host = await hostOf(mail.event);
    ids.push(suppressionId('unsubscribe', null, key), suppressionId('unsubscribe', host, key));
  }
  const found = await Promise.all(ids.map(standingScope));
  return found.find((scope) => scope !== undefined) ?? null;
}

const standingScope = groupRead(async (ids) => {
  const found = await Suppressions.find({ _id: { $in: ids }, liftedAt: null }, { scope: 1 }).lean();
  return new Map(found.map(({ _id, scope }) => [_id, scope]));
});
