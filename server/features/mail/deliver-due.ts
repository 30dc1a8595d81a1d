import { every } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import { type ClaimedMail, claimMail, LeaseLost } from './claim-mail.ts';
import { deliverMail, type Delivery, type MailWriter, NotWritten, recordMishap } from './deliver-mail.ts';
import { releaseStuck } from './release-stuck.ts';
import { tellMail } from './tell-mail.ts';
import type { MailTransport } from './transport.ts';

export interface DeliveryOptions {
  transport: MailTransport;
  writers: Readonly<Record<string, MailWriter>>;
  log: Log;
  concurrency?: number;
}

export interface RunningDelivery {
  /** There is new mail: do not wait for the next look. */
  nudge(): void;
  /** Finishes what is under way, but does not wait for a slow server for long. */
  stop(): Promise<void>;
}

const lookEvery = 2_000;
const releaseEvery = 15_000;
const patienceAtStop = 8_000;

export function startDelivery({
  transport,
  writers,
  log,
  concurrency = 4,
}: DeliveryOptions): RunningDelivery {
  const hangUp = new AbortController();
  let stopping = false;
  const delivery = { transport, writers, signal: hangUp.signal };
  const work = () => deliverDue(delivery, log, () => stopping);
  const workers = Array.from({ length: concurrency }, () =>
    every(lookEvery, { name: 'mail', run: work, log }),
  );
  const release = every(releaseEvery, {
    name: 'mail-release',
    run: async () => void (await releaseStuck()),
    log,
  });

  return {
    nudge: () => workers.forEach((worker) => worker.nudge()),
    async stop() {
      stopping = true;
      const impatience = setTimeout(() => hangUp.abort(), patienceAtStop);
      await Promise.all([...workers, release].map((job) => job.stop()));
      clearTimeout(impatience);
      transport.close();
    },
  };
}

/** Delivers until nothing is due. Several may run side by side, in one process or in many. */
export async function deliverDue(delivery: Delivery, log: Log, stopped = () => false): Promise<void> {
  while (!stopped()) {
    const mail = await claimMail();
    if (mail === null) return;
    await deliverOne(mail, delivery, log);
    tellMail(mail.event);
  }
}

// Any other error leaves the mail to its lease: when that ends, the stage in the database tells what may have happened.
async function deliverOne(mail: ClaimedMail, delivery: Delivery, log: Log): Promise<void> {
  try {
    await deliverMail(mail, delivery);
  } catch (error) {
    if (error instanceof LeaseLost) return log.warn({ mail: mail._id }, 'mail taken over by another worker');
    if (!(error instanceof NotWritten)) throw error;
    log.error({ err: error, mail: mail._id }, 'mail not written');
    const text = error.cause instanceof Error ? error.cause.message : String(error.cause);
    await recordMishap(mail, { stage: 'connecting', responseCode: null, code: 'not-written', text });
  }
}
