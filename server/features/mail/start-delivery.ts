import { every, type Scheduled } from '../../platform/jobs/schedule.ts';
import type { Log } from '../../platform/log.ts';
import { now } from '../../platform/clock.ts';
import { type ClaimedMail, claimMail } from './claim-mail.ts';
import { deliverOne } from './deliver-due.ts';
import type { Delivery, MailWriter } from './deliver-mail.ts';
import { campaignRank } from './lane-of.ts';
import type { PostOffice } from './post-office.ts';
import { type Press, pressMail } from './press.ts';
import { openPressThread } from './press-thread.ts';
import { releaseStuck } from './release-stuck.ts';
import { nextOpening, type Road } from './take-turn.ts';
import { createTraffic } from './traffic.ts';
import type { MailTransport } from './transport.ts';
import { wakeOverslept } from './wake-lanes.ts';
import { campaignGate, countCampaignMail } from './warm-up.ts';

export interface DeliveryOptions {
  transport: MailTransport;
  writers: Readonly<Record<string, MailWriter>>;
  office: PostOffice;
  log: Log;
  /** At the same time. */
  connections?: number;
  /** Campaign mails a second to one domain; 0 for as fast as it goes. */
  pace?: number;
  /** The server belongs to the house, so that nobody has to get used to its mails. */
  isOwnServer?: boolean;
}

export interface RunningDelivery {
  /** There is new mail: do not wait for the next look. */
  nudge(): void;
  /** Finishes what is under way, but does not wait for a slow server for long. */
  stop(): Promise<void>;
}

const lookEvery = 2_000;
const releaseEvery = 15_000;
const wakeEvery = 60_000;
const patienceAtStop = 8_000;

/** Delivers what is due from now on: many at a time, in the order of the lanes, each domain at its pace. */
export function startDelivery(options: DeliveryOptions): RunningDelivery {
  const { transport, writers, office, log, connections = 8, pace = 0, isOwnServer = true } = options;
  const hasStopped = new AbortController();
  const hangUp = new AbortController();
  const thread = openPressThread();
  const delivery: Delivery = { transport, writers, office, press: pressOn(thread), signal: hangUp.signal };
  const mayCampaign = campaignGate(isOwnServer);
  const traffic = createTraffic({ connections, pace, isSpread: transport.via === 'smtp' });
  const underWay = new Set<Promise<void>>();
  let opening: NodeJS.Timeout | undefined;

  const look = every(lookEvery, { name: 'mail', run: handOut, log });
  const jobs = [look, ...upkeep(office, log)];

  async function withinAllowance(road: Road): Promise<Road> {
    if (transport.via === 'mailbox' || (await mayCampaign())) return road;
    return { ...road, ranks: road.ranks.filter((rank) => rank !== campaignRank) };
  }

  async function handOut(): Promise<void> {
    while (!hasStopped.signal.aborted && !traffic.isFull()) {
      const mail = await claimMail(await withinAllowance(traffic.road()), office.timings);
      if (mail === null) return waitForPace();
      carry(mail);
    }
  }

  function carry(mail: ClaimedMail): void {
    traffic.enter(mail.lane);
    if (transport.via === 'smtp') countForWarmUp(mail);
    const carried = deliverOne(mail, delivery, log)
      .catch((error: unknown) => log.error({ err: error, mail: mail._id }, 'mail left to its lease'))
      .finally(() => {
        traffic.leave(mail.lane);
        underWay.delete(carried);
        look.nudge();
      });
    underWay.add(carried);
  }

  async function waitForPace(): Promise<void> {
    clearTimeout(opening);
    const at = pace > 0 ? await nextOpening() : null;
    if (at) opening = setTimeout(() => look.nudge(), Math.max(0, at.getTime() - now().getTime())).unref();
  }

  return {
    nudge: () => look.nudge(),
    async stop() {
      hasStopped.abort();
      clearTimeout(opening);
      const impatience = setTimeout(() => hangUp.abort(), patienceAtStop);
      await Promise.all(jobs.map((job) => job.stop()));
      await Promise.all(underWay);
      clearTimeout(impatience);
      transport.close();
      await thread.close();
    },
  };
}

/** One mail is made at once; of many each leaves the event loop alone. */
function pressOn(thread: ReturnType<typeof openPressThread>): Press {
  return (input, key, isOneOfMany) => (isOneOfMany ? thread.press : pressMail)(input, key);
}

function countForWarmUp({ purpose }: ClaimedMail): void {
  if (purpose === 'campaign') void countCampaignMail().catch(() => undefined);
}

/** What others left behind: mails of workers that died, and lanes nobody was told of. */
function upkeep({ timings }: PostOffice, log: Log): Scheduled[] {
  return [
    every(Math.min(releaseEvery, timings.leaseMs), {
      name: 'mail-release',
      run: async () => void (await releaseStuck(timings)),
      log,
    }),
    every(wakeEvery, { name: 'mail-wake', run: wakeOverslept, log }),
  ];
}
