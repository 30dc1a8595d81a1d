import type { Log } from '../../platform/log.ts';
import { type ClaimedMail, claimMail, LeaseLost } from './claim-mail.ts';
import { deliverMail, type Delivery, NotWritten, recordMishap } from './deliver-mail.ts';
import { openRoad } from './take-turn.ts';
import { tellMail } from './tell-mail.ts';

/** Delivers until nothing is due. Several may run side by side, in one process or in many. */
export async function deliverDue(delivery: Delivery, log: Log, stopped = () => false): Promise<void> {
  while (!stopped()) {
    const mail = await claimMail(openRoad, delivery.office.timings);
    if (mail === null) return;
    await deliverOne(mail, delivery, log);
  }
}

// Any other error leaves the mail to its lease: when that ends, the stage in the database tells what may have happened.
export async function deliverOne(mail: ClaimedMail, delivery: Delivery, log: Log): Promise<void> {
  try {
    await deliverMail(mail, delivery);
  } catch (error) {
    if (error instanceof LeaseLost) return log.warn({ mail: mail._id }, 'mail taken over by another worker');
    if (!(error instanceof NotWritten)) throw error;
    log.error({ err: error, mail: mail._id }, 'mail not written');
    const text = error.cause instanceof Error ? error.cause.message : String(error.cause);
    const mishap = { stage: 'connecting', responseCode: null, code: 'not-written', text } as const;
    await recordMishap(mail, mishap, delivery.office.timings);
  } finally {
    tellMail(mail.event);
  }
}
