import { createHash } from 'node:crypto';
import type { InboundRoute } from '../../../contract/inbound.ts';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';
import { addressIn, headerOf } from './raw-header.ts';

export interface Arrival {
  raw: Buffer;
  /** Ours, from the envelope or from what the server wrote down about it. */
  recipients: readonly string[];
  envelopeFrom: string | null;
  via: InboundRoute;
  isCut?: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const daysOfRow = 90;

/**
 * Keeps a mail, journaled; only then may it be acknowledged to whoever brought it. The same mail brought again, by
 * the same way or another, changes nothing.
 */
export async function receiveMail({ raw, recipients, ...arrival }: Arrival): Promise<void> {
  const at = now();
  const common = {
    ...arrival,
    sha256: createHash('sha256').update(raw).digest('hex'),
    messageId: /<[^<>\s]{1,250}>/.exec(headerOf(raw, 'message-id'))?.[0] ?? '',
    sender: addressIn(headerOf(raw, 'from')),
    raw,
    receivedAt: at,
    due: at,
    expires: new Date(at.getTime() + daysOfRow * DAY),
  };
  for (const recipient of new Set(recipients.map((each) => each.trim().toLowerCase())))
    await keep({ ...common, recipient });
}

async function keep(row: object): Promise<void> {
  try {
    await InboundMails.create(row);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
