import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { trialKind } from '../mail/handle-bounce.ts';

export interface Trial extends Pick<OutboxMail, 'state' | 'to' | 'queuedAt' | 'sentAt' | 'lastError'> {
  /** When it came back to us; null while it has not, or went to a person. */
  arrivedAt: Date | null;
  /** What the receiving server found, in its own words. */
  said: string;
}

/** The latest trial mail, and whether it has come round. */
export async function lastTrial(): Promise<Trial | null> {
  const mail = await OutboxMails.findOne({ event: null, kind: trialKind }, { raw: 0, log: 0 })
    .sort({ queuedAt: -1 })
    .lean<OutboxMail>();
  if (!mail) return null;
  const { state, to, queuedAt, sentAt, lastError, data } = mail;
  const { arrivedAt, said } = data;
  return {
    state,
    to,
    queuedAt,
    sentAt,
    lastError,
    arrivedAt: arrivedAt instanceof Date ? arrivedAt : null,
    said: typeof said === 'string' ? said : '',
  };
}
