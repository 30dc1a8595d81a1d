import { MailLanes } from '../../../models/mail-lane.ts';
import { now } from '../../platform/clock.ts';
import type { Mishap } from './retry.ts';
import { campaignLane } from './lane-of.ts';

const slowest = 64;
const recovery = 0.95;
const hour = 3_600_000;
const pauseMs = 4 * hour;

/** Codes with which a server says that it wants less: 421, 450, and 4.7.x in its words. */
export function asksForLess({ responseCode, text }: Mishap & { text: string }): boolean {
  return responseCode === 421 || responseCode === 450 || /\b4\.7\.\d{1,3}\b/.test(text);
}

/** Halves the pace of campaigns to this domain. */
export async function slowDown(domain: string): Promise<void> {
  await MailLanes.updateOne(
    { _id: campaignLane(domain) },
    [{ $set: { slowness: { $min: [slowest, { $multiply: ['$slowness', 2] }] } } }],
    { updatePipeline: true },
  );
}

/** One mail went through: a little faster again, down to the usual pace. */
export async function speedUp(domain: string): Promise<void> {
  await MailLanes.updateOne(
    { _id: campaignLane(domain), slowness: { $gt: 1 } },
    [{ $set: { slowness: { $max: [1, { $multiply: ['$slowness', recovery] }] } } }],
    { updatePipeline: true },
  );
}

/**
 * The domain refuses us on principle: its campaign waits until somebody has looked, or some hours. Says since when,
 * or null when it rests already or has no campaign.
 */
export async function pauseDomain(
  domain: string,
  { code, text }: { code: string; text: string },
): Promise<Date | null> {
  const at = now();
  const { matchedCount } = await MailLanes.updateOne(
    { _id: campaignLane(domain), $or: [{ pausedUntil: null }, { pausedUntil: { $lte: at } }] },
    {
      $set: {
        pausedUntil: new Date(at.getTime() + pauseMs),
        pause: { at, code, text: text.slice(0, 500) },
        slowness: slowest / 4,
      },
    },
  );
  return matchedCount > 0 ? at : null;
}

/** Lets the campaign to a domain go on at once. */
export async function resumeDomain(domain: string): Promise<void> {
  await MailLanes.updateOne(
    { _id: campaignLane(domain) },
    { $set: { pausedUntil: null, pause: null, slowness: 1 } },
  );
}
