import type { WarmUpMode } from '../../../contract/mail.ts';
import { type WarmUp, WarmUps } from '../../../models/warm-up.ts';
import { now } from '../../platform/clock.ts';
import { type Fate, inGroups } from '../../platform/in-groups.ts';
import { isDuplicateKey } from '../../platform/database/duplicate-key.ts';

const ID = 'campaign';
const usualStart = 500;
/** A sender of so many a day is known by now. */
const enough = 20_000;

/** Today's allowance. It doubles with every day on which some of it was used. */
export async function warmUpNow(): Promise<WarmUp> {
  const day = now().toISOString().slice(0, 10);
  const found = (await WarmUps.findById(ID).lean<WarmUp>()) ?? (await begin(day));
  if (found.day >= day) return found;
  const allowance = found.used > 0 ? Math.min(enough, found.allowance * 2) : found.allowance;
  await WarmUps.updateOne({ _id: ID, day: found.day }, { $set: { day, allowance, used: 0 } });
  return { ...found, day, allowance, used: 0 };
}

/** Whether the ramp counts at all: with an own mail server nobody has to get used to anything. */
export function isWarmingUp({ mode, allowance }: WarmUp, isOwnServer: boolean): boolean {
  return (mode === 'on' || (mode === 'auto' && !isOwnServer)) && allowance < enough;
}

/** Whether one more campaign mail may leave today. */
export async function mayCampaign(isOwnServer: boolean): Promise<boolean> {
  return campaignGate(isOwnServer)();
}

const asksAgainAfter = 1_000;

/** The same for a whole wave: where there is no ramp it is not asked for with every mail. */
export function campaignGate(isOwnServer: boolean): () => Promise<boolean> {
  let openUntil = 0;
  return async () => {
    if (performance.now() < openUntil) return true;
    const state = await warmUpNow();
    const isLimited = isWarmingUp(state, isOwnServer);
    if (!isLimited) openUntil = performance.now() + asksAgainAfter;
    return !isLimited || state.used < state.allowance;
  };
}

export function countCampaignMail(): Promise<void> {
  return countMany(1);
}

const countMany = inGroups(async (mails: readonly number[]): Promise<Fate<void>[]> => {
  await WarmUps.updateOne({ _id: ID }, { $inc: { used: mails.length } });
  return mails.map(() => ({ value: undefined }));
});

/** For administrators, who know what their server is used to. */
export async function setWarmUp(change: { mode: WarmUpMode; allowance: number }): Promise<void> {
  await warmUpNow();
  await WarmUps.updateOne({ _id: ID }, { $set: change });
}

async function begin(day: string): Promise<WarmUp> {
  const first: WarmUp = { _id: ID, mode: 'auto', day, allowance: usualStart, used: 0 };
  try {
    await WarmUps.create(first);
  } catch (error) {
    // Another worker was quicker.
    if (!isDuplicateKey(error)) throw error;
  }
  return first;
}
