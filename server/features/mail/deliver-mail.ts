import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../../platform/clock.ts';
import { isUnavailable } from '../../platform/database/unavailable.ts';
import {
  type ClaimedMail,
  extendLease,
  keepComposed,
  LeaseLost,
  leaseMs,
  noteStage,
  recordOutcome,
} from './claim-mail.ts';
import { composeMail, type MailContent } from './compose-mail.ts';
import { type Mishap, nextStep } from './retry.ts';
import type { MailTransport } from './transport.ts';

/** Writes the text of one kind of mail, from what is true when its turn comes. Null: it is no longer needed. */
export type MailWriter = (mail: ClaimedMail) => Promise<MailContent | null>;

export interface Delivery {
  transport: MailTransport;
  /** By the kind of mail; handed in by main, because writers live in the features that order mails. */
  writers: Readonly<Record<string, MailWriter>>;
  /** Hangs up at once; a mail that is on its way then counts as uncertain. */
  signal: AbortSignal;
}

/** A mail whose text could not be made. Trying again helps only after somebody has mended something. */
export class NotWritten extends Error {}

/** One attempt at one mail: compose unless it is composed, send, record what came of it. */
export async function deliverMail(mail: ClaimedMail, delivery: Delivery): Promise<void> {
  const raw = mail.raw ?? (await compose(mail, delivery));
  if (raw === null) return recordOutcome(mail, { state: 'cancelled', stage: null, code: 'not-needed' });

  const result = await whileHeld(mail, delivery.signal, (signal) =>
    delivery.transport.send(
      { from: mail.from.address, to: mail.to.address, raw },
      { signal, beforeData: () => noteStage(mail, 'data-sent') },
    ),
  );
  if (!result.ok) return recordMishap(mail, result);
  const set = { sentAt: now(), via: delivery.transport.via };
  await insist(() => recordOutcome(mail, { state: 'sent', stage: null, text: result.response, set }));
}

/** After an attempt that failed: again later, uncertain, or given up. */
export async function recordMishap(mail: ClaimedMail, mishap: Mishap & { text: string }): Promise<void> {
  const age = now().getTime() - mail.queuedAt.getTime();
  const step = nextStep(mishap, { ...mail, age });
  const wait = step.state === 'failed' ? null : step.wait;
  await recordOutcome(mail, {
    state: step.state,
    stage: mishap.stage,
    code: mishap.responseCode === null ? mishap.code : String(mishap.responseCode),
    text: mishap.text,
    due: wait === null ? null : inAbout(wait),
  });
}

async function compose(mail: ClaimedMail, { writers }: Delivery): Promise<Buffer | null> {
  const composed = await written(mail, writers[mail.kind]).catch((error: unknown) => {
    throw isUnavailable(error) ? error : new NotWritten(mail._id, { cause: error });
  });
  if (composed !== null) await keepComposed(mail, composed);
  return composed && composed.raw;
}

// The date in the mail is the date of its first attempt and is kept with the bytes.
async function written(mail: ClaimedMail, writer: MailWriter | undefined) {
  if (!writer) throw new Error(`Nobody writes mails of the kind ${mail.kind}`);
  const content = await writer(mail);
  if (content === null) return null;

  const { raw } = await composeMail({ ...content, id: mail._id, to: mail.to, from: mail.from, date: now() });
  return { raw, subject: content.subject };
}

// Forgetting that a mail was sent means sending it again, so a database that is away is waited for.
async function insist(write: () => Promise<void>): Promise<void> {
  for (const wait of [200, 1_000, 3_000, 8_000, 15_000]) {
    try {
      return await write();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await pause(wait);
    }
  }
  return write();
}

/** Keeps the lease alive while the work lasts, and hangs up when it is lost. */
async function whileHeld<T>(
  mail: ClaimedMail,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const beat = setInterval(() => {
    // A database that is away says nothing about the mail; the next beat asks again.
    extendLease(mail).catch((error: unknown) => error instanceof LeaseLost && lost.abort());
  }, leaseMs / 3);
  try {
    return await work(AbortSignal.any([lost.signal, stop]));
  } finally {
    clearInterval(beat);
  }
}

/** Spread a little, so that a thousand mails refused together do not come back together. */
function inAbout(wait: number): Date {
  return new Date(now().getTime() + wait * (0.95 + Math.random() * 0.1));
}
