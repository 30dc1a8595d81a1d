import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { type ClaimedMail, LeaseLost } from './claim-mail.ts';
import { recordMishap } from './deliver-mail.ts';
import { type MailTimings, usualTimings } from './mail-timings.ts';

/** Frees mails whose worker disappeared. What had left for the server already is uncertain, the rest is tried again. */
export async function releaseStuck(timings: MailTimings = usualTimings): Promise<number> {
  const stuck = await OutboxMails.find({ leaseUntil: { $lte: now() } }, { raw: 0, log: 0, effects: 0 })
    .sort({ leaseUntil: 1 })
    .limit(500)
    .lean<ClaimedMail[]>();
  for (const mail of stuck) await release(mail, timings);
  return stuck.length;
}

async function release(mail: ClaimedMail, timings: MailTimings): Promise<void> {
  const stage: NonNullable<OutboxMail['stage']> = mail.stage ?? 'connecting';
  try {
    await recordMishap(mail, { stage, responseCode: null, code: 'interrupted', text: '' }, timings);
  } catch (error) {
    // Its worker came back, or another process was quicker: then it is no longer stuck.
    if (!(error instanceof LeaseLost)) throw error;
  }
}
