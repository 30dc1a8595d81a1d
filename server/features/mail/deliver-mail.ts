import { setTimeout as pause } from 'node:timers/promises';
import type { MailRoute } from '../../../contract/mail.ts';
import { now } from '../../platform/clock.ts';
import { isUnavailable } from '../../platform/database/unavailable.ts';
import { bounceAddress } from './bounce-address.ts';
import { bounceOf } from './bounce-class.ts';
import { type ClaimedMail, extendLease, LeaseLost, noteStage, recordOutcome } from './claim-mail.ts';
import type { MailContent } from './compose-mail.ts';
import { hasArrived } from './has-arrived.ts';
import { heedBounce } from './heed-bounce.ts';
import type { MailTimings } from './mail-timings.ts';
import { asksForLess, slowDown, speedUp } from './pace-lane.ts';
import type { PostOffice } from './post-office.ts';
import type { Press } from './press.ts';
import { type Mishap, type NextStep, nextStep } from './retry.ts';
import { stopFor } from './stop-for.ts';
import type { MailTransport, SendResult } from './transport.ts';
import { wayOut } from './way-out.ts';

/** Writes the text of one kind of mail, from what is true when its turn comes. Null: it is no longer needed. */
export type MailWriter = (mail: ClaimedMail) => Promise<MailContent | null>;

export interface Delivery {
  transport: MailTransport;
  /** By the kind of mail; handed in by main, because writers live in the features that order mails. */
  writers: Readonly<Record<string, MailWriter>>;
  office: PostOffice;
  press: Press;
  /** Hangs up at once; a mail that is on its way then counts as uncertain. */
  signal: AbortSignal;
}

/** A mail whose text could not be made. Trying again helps only after somebody has mended something. */
export class NotWritten extends Error {}

/** One attempt at one mail: compose unless it is composed, send, record what came of it. */
export async function deliverMail(mail: ClaimedMail, delivery: Delivery): Promise<void> {
  const stop = await stopFor(mail, delivery.office);
  if (stop) return recordOutcome(mail, { state: 'suppressed', stage: null, code: stop });
  if (await hasArrived(mail)) return recordArrival(mail);
  const raw = mail.raw ?? (await compose(mail, delivery));
  if (raw === null) return recordOutcome(mail, { state: 'cancelled', stage: null, code: 'not-needed' });

  const from = bounceAddress(delivery.office, mail._id) ?? mail.from.address;
  const result = await whileHeld(mail, delivery.signal, (signal) =>
    delivery.transport.send(
      { from, to: mail.to.address, raw },
      { signal, beforeData: () => noteStage(mail, 'data-sent') },
    ),
  );
  if (!result.ok) return recordRefusal(mail, result, delivery.office);
  await recordSent(mail, result.response, delivery.transport.via);
  if (mail.slowness > 1) await speedUp(mail.domain);
}

/** After an attempt that failed: again later, uncertain, or given up. */
export async function recordMishap(
  mail: ClaimedMail,
  mishap: Mishap & { text: string },
  timings: MailTimings,
): Promise<NextStep> {
  const { step, troubledAt } = stepAfter(mail, mishap, timings);
  const wait = step.state === 'failed' ? null : step.wait;
  await recordOutcome(mail, {
    state: step.state,
    stage: mishap.stage,
    code: mishap.responseCode === null ? mishap.code : String(mishap.responseCode),
    text: mishap.text,
    due: wait === null ? null : inAbout(wait),
    set: { troubledAt },
  });
  return step;
}

function stepAfter(
  mail: ClaimedMail,
  mishap: Mishap,
  timings: MailTimings,
): { step: NextStep; troubledAt: Date } {
  const at = now();
  const troubledAt = mail.troubledAt ?? at;
  const age = at.getTime() - troubledAt.getTime();
  return { step: nextStep(mishap, { ...mail, age }, timings), troubledAt };
}

/** The server said no, or the line was cut: what that means for this mail, for its address and for its domain. */
async function recordRefusal(
  mail: ClaimedMail,
  result: Extract<SendResult, { ok: false }>,
  office: PostOffice,
): Promise<void> {
  const { step } = stepAfter(mail, result, office.timings);
  // First the address: once the mail is given up, nobody looks at it again.
  if (step.state === 'failed') await heedBounce(mail, bounceOf(result), office);
  await recordMishap(mail, result, office.timings);
  if (asksForLess(result)) await slowDown(mail.domain);
}

/** A secret in an office mail, a link to set a password, is not kept once somebody else's server has it. */
async function recordSent(mail: ClaimedMail, response: string, via: MailRoute): Promise<void> {
  const isSecret = mail.event === null && via === 'smtp';
  const set = { sentAt: now(), via, ...(isSecret ? { data: {}, raw: null } : {}) };
  await insist(() => recordOutcome(mail, { state: 'sent', stage: null, text: response, set }));
}

async function recordArrival(mail: ClaimedMail): Promise<void> {
  await recordOutcome(mail, {
    state: 'sent',
    stage: null,
    text: 'answered',
    set: { sentAt: now(), via: 'smtp' },
  });
}

async function compose(mail: ClaimedMail, delivery: Delivery): Promise<Buffer | null> {
  const composed = await written(mail, delivery).catch((error: unknown) => {
    throw isUnavailable(error) ? error : new NotWritten(mail._id, { cause: error });
  });
  mail.fresh = composed;
  return composed && composed.raw;
}

// The date in the mail is the date of its first attempt and is kept with the bytes.
async function written(mail: ClaimedMail, { writers, press, office }: Delivery) {
  const writer = writers[mail.kind];
  if (!writer) throw new Error(`Nobody writes mails of the kind ${mail.kind}`);
  const content = await writer(mail);
  if (content === null) return null;

  const envelope = { id: mail._id, to: mail.to, from: mail.from, date: now() };
  // The passes of a wave are no campaign, and yet thousands.
  const isOneOfMany = mail.purpose === 'campaign' || mail.wave !== null;
  const listUnsubscribe = mail.purpose === 'campaign' ? await wayOut(mail, office) : null;
  return {
    raw: await press({ ...content, ...envelope, listUnsubscribe }, office.dkim, isOneOfMany),
    subject: content.subject,
  };
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
  }, mail.leaseMs / 3);
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
