import { type MailLane, MailLanes } from '../../../models/mail-lane.ts';
import { now } from '../../platform/clock.ts';
import { campaignRank } from '../mail/lane-of.ts';

export type SlowDomain = Pick<MailLane, 'domain' | 'slowness' | 'pausedUntil' | 'pause'>;

/** Domains that refused us on principle or asked for less, the refusing ones first. */
export async function slowDomains(): Promise<SlowDomain[]> {
  const lanes = await MailLanes.find(
    { rank: campaignRank, $or: [{ pausedUntil: { $gt: now() } }, { slowness: { $gt: 1 } }] },
    { domain: 1, slowness: 1, pausedUntil: 1, pause: 1 },
  )
    .sort({ pausedUntil: -1, slowness: -1 })
    .limit(50)
    .lean<SlowDomain[]>();
  return lanes;
}
