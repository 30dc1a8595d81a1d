import type { Types } from 'mongoose';
import { type Conference, Events } from '../../../models/event.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Suppressions } from '../../../models/suppression.ts';
import { now } from '../../platform/clock.ts';
import { maskedAddress, suppressionId } from './address-key.ts';
import { findByDigest } from './find-sent.ts';
import { suppress } from './suppress.ts';
import { tellMail } from './tell-mail.ts';
import type { UnsubscribeClaim } from './unsubscribe-token.ts';

/** No campaign mail of this organisation to this address any more; what still waits is taken back. Twice is once. */
export async function unsubscribe({ digest, organisation, key }: UnsubscribeClaim): Promise<void> {
  const mail = await findByDigest(digest);
  const hint = mail ? maskedAddress(mail.to.address) : '•••';
  await suppress({ scope: 'unsubscribe', key, hint, organisation });
  if (mail) await takeBack(mail.to.address, organisation);
}

/** Whoever unsubscribed by mistake comes back by the same link. */
export async function subscribeAgain({ organisation, key }: UnsubscribeClaim): Promise<void> {
  await Suppressions.updateOne(
    { _id: suppressionId('unsubscribe', organisation, key), liftedAt: null },
    { $set: { liftedAt: now() } },
  );
}

export async function isUnsubscribed({ organisation, key }: UnsubscribeClaim): Promise<boolean> {
  const _id = suppressionId('unsubscribe', organisation, key);
  return (await Suppressions.exists({ _id, liftedAt: null })) !== null;
}

// What this misses, written in other capitals or ordered this very moment, is stopped when its turn comes.
async function takeBack(address: string, organisation: Types.ObjectId | null): Promise<void> {
  const waiting = {
    'to.address': address,
    purpose: 'campaign' as const,
    state: { $in: ['queued', 'retry'] as const },
  };
  const rows = await OutboxMails.find(waiting, { event: 1 }).limit(1000).lean();
  const events = await Events.find(
    { _id: { $in: rows.flatMap(({ event }) => (event ? [event] : [])) } },
    { 'host.organisation': 1 },
  ).lean<Pick<Conference, '_id' | 'host'>[]>();
  const concerned = events
    .filter(({ host }) => organisation === null || String(host.organisation) === String(organisation))
    .map(({ _id }) => _id);
  await OutboxMails.updateMany(
    { ...waiting, event: { $in: concerned } },
    { $set: { state: 'suppressed', due: null, held: false, lastError: { code: 'unsubscribe', text: '' } } },
  );
  concerned.forEach(tellMail);
}
