import { randomUUID } from 'node:crypto';
import type { InboundState } from '../../../contract/inbound.ts';
import {
  type InboundDecision,
  type InboundMail,
  InboundMails,
  type InboundReading,
} from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';
import { leanBytes } from '../../platform/database/lean-bytes.ts';
import { forgetAfter } from './forget-after.ts';

const leaseMs = 60_000;

/** A mail that is this worker's for a minute. When the worker dies, another takes it after that. */
export interface ClaimedInbound extends Omit<InboundMail, 'raw'> {
  token: string;
  raw: Buffer;
}

/** What became of a mail. */
export interface InboundOutcome {
  state: Exclude<InboundState, 'received'>;
  event?: InboundMail['event'];
  guest?: InboundMail['guest'];
  decision: InboundDecision;
  reading?: InboundReading | null;
}

export async function claimInbound(): Promise<ClaimedInbound | null> {
  const token = randomUUID();
  const mail = await InboundMails.findOneAndUpdate(
    { due: { $lte: now() } },
    { $set: { due: inMs(leaseMs), token }, $inc: { tries: 1 } },
    { sort: { due: 1 }, returnDocument: 'after' },
  ).lean<InboundMail>();
  return mail && { ...mail, token, raw: mail.raw ? leanBytes(mail.raw) : Buffer.alloc(0) };
}

/** Nothing is written when another worker has the mail by now; what it does is the same. */
export async function finishInbound(mail: ClaimedInbound, outcome: InboundOutcome): Promise<void> {
  const { state, decision, event = null, guest = null, reading = null } = outcome;
  await InboundMails.updateOne(
    { _id: mail._id, token: mail.token, state: 'received' },
    {
      $set: {
        state,
        decision,
        event,
        guest,
        reading,
        due: null,
        token: null,
        handledAt: now(),
        forgetAt: forgetAfter(state),
      },
    },
  );
}

/** Again later, because it could not be read this time. */
export function retryInbound(mail: ClaimedInbound, milliseconds: number): Promise<void> {
  return putOff(mail, { milliseconds, tries: 0 });
}

/** Later, because its turn has not come: that is no failed attempt, however often it happens. */
export function postponeInbound(mail: ClaimedInbound, milliseconds: number): Promise<void> {
  return putOff(mail, { milliseconds, tries: -1 });
}

async function putOff(
  { _id, token }: ClaimedInbound,
  { milliseconds, tries }: { milliseconds: number; tries: number },
): Promise<void> {
  await InboundMails.updateOne(
    { _id, token, state: 'received' },
    { $set: { due: inMs(milliseconds), token: null }, $inc: { tries } },
  );
}

function inMs(milliseconds: number): Date {
  return new Date(now().getTime() + milliseconds);
}
