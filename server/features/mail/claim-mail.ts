import { randomUUID } from 'node:crypto';
import type { UpdateQuery } from 'mongoose';
import type { MailStage } from '../../../contract/mail.ts';
import type { MailState } from '../../../contract/states.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';

export const leaseMs = 60_000;

/** A mail that is this worker's while its lease lasts. */
export interface ClaimedMail extends Omit<OutboxMail, 'log' | 'effects'> {
  token: string;
}

export interface MailOutcome {
  state: MailState;
  stage: MailStage | null;
  due?: Date | null;
  code?: string;
  text?: string;
  set?: Partial<OutboxMail>;
}

/** Somebody else has the mail by now. Nothing may be written about it any more. */
export class LeaseLost extends Error {}

/** Takes the next mail that is due, urgent ones first. The attempt is counted now, so that it counts if we die. */
export async function claimMail(): Promise<ClaimedMail | null> {
  const token = randomUUID();
  const mail = await OutboxMails.findOneAndUpdate(
    { held: false, urgent: { $in: [true, false] }, due: { $lte: now() } },
    {
      $set: { state: 'sending', stage: 'connecting', due: null, leaseUntil: leaseEnd(), token },
      $inc: { attempts: 1 },
    },
    { sort: { urgent: -1, due: 1 }, returnDocument: 'after', projection: { log: 0, effects: 0 } },
  ).lean<OutboxMail>();
  return mail && { ...mail, token, raw: mail.raw && bytesOf(mail.raw) };
}

export function extendLease(mail: ClaimedMail): Promise<void> {
  return write(mail, { $set: { leaseUntil: leaseEnd() } });
}

export function noteStage(mail: ClaimedMail, stage: MailStage): Promise<void> {
  return write(mail, { $set: { stage, leaseUntil: leaseEnd() } });
}

export function keepComposed(
  mail: ClaimedMail,
  { raw, subject }: { raw: Buffer; subject: string },
): Promise<void> {
  return write(mail, { $set: { raw, subject } });
}

/** Ends the attempt: the mail rests, waits for its next turn, or is done. */
export function recordOutcome(mail: Pick<OutboxMail, '_id' | 'token'>, outcome: MailOutcome): Promise<void> {
  const { state, stage, due = null, code = '', text = '', set = {} } = outcome;
  return write(mail, {
    $set: {
      ...set,
      state,
      stage,
      due,
      leaseUntil: null,
      token: null,
      lastError: code === '' ? null : { code, text },
    },
    $push: { log: { $each: [{ at: now(), state, stage, code, text }], $slice: -30 } },
    $inc: { unknowns: state === 'unknown' ? 1 : 0, interruptions: code === 'interrupted' ? 1 : 0 },
  });
}

/** The driver hands out bytes in a wrapper of its own when documents are lean. */
export function bytesOf(raw: Buffer | { buffer: ArrayBuffer | Uint8Array }): Buffer {
  if (Buffer.isBuffer(raw)) return raw;
  return raw.buffer instanceof Uint8Array ? Buffer.from(raw.buffer) : Buffer.from(raw.buffer);
}

async function write(
  mail: Pick<OutboxMail, '_id' | 'token'>,
  update: UpdateQuery<OutboxMail>,
): Promise<void> {
  const { matchedCount } = await OutboxMails.updateOne(
    { _id: mail._id, state: 'sending', token: mail.token },
    update,
  );
  if (matchedCount === 0) throw new LeaseLost(mail._id);
}

function leaseEnd(): Date {
  return new Date(now().getTime() + leaseMs);
}
