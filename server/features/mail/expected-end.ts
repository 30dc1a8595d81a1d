import type { Types } from 'mongoose';
import { type MailLane, MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import type { WarmUp } from '../../../models/warm-up.ts';
import { now } from '../../platform/clock.ts';
import { campaignRank } from './lane-of.ts';
import { isWarmingUp, warmUpNow } from './warm-up.ts';

interface Pace {
  /** Campaign mails a second to one domain; 0 for as fast as it goes. */
  pace: number;
  isOwnServer: boolean;
}

interface Waiting {
  _id: string;
  count: number;
}

const DAY = 24 * 3_600_000;

/** When the last mail of a wave will have left, as the paces are now; null when nothing waits for a pace. */
export async function expectedEnd(wave: Types.ObjectId, { pace, isOwnServer }: Pace): Promise<Date | null> {
  if (pace === 0) return null;
  const lanes = await OutboxMails.distinct('lane', { wave, due: { $ne: null }, held: false });
  if (lanes.length === 0) return null;
  const [waiting, states, warmUp] = await Promise.all([
    OutboxMails.aggregate<Waiting>([
      { $match: { lane: { $in: lanes }, held: false, due: { $ne: null } } },
      { $group: { _id: '$lane', count: { $sum: 1 } } },
    ]),
    MailLanes.find({ _id: { $in: lanes }, rank: campaignRank }).lean<MailLane[]>(),
    warmUpNow(),
  ]);
  const counts = new Map(waiting.map(({ _id, count }) => [_id, count]));
  const ends = states.map((lane) => endOf(lane, counts.get(lane._id) ?? 0, pace));
  const total = states.reduce((sum, { _id }) => sum + (counts.get(_id) ?? 0), 0);
  const days = isWarmingUp(warmUp, isOwnServer) ? daysOf(total, warmUp) : 0;
  return new Date(Math.max(now().getTime(), ...ends) + days * DAY);
}

function endOf({ slowness, pausedUntil }: MailLane, count: number, pace: number): number {
  const start = Math.max(now().getTime(), pausedUntil?.getTime() ?? 0);
  return start + (count * slowness * 1000) / pace;
}

/** Days after today, while the allowance doubles. */
function daysOf(total: number, { allowance, used }: Pick<WarmUp, 'allowance' | 'used'>): number {
  let left = total - Math.max(0, allowance - used);
  let days = 0;
  for (let next = allowance * 2; left > 0; next *= 2) {
    left -= next;
    days += 1;
  }
  return days;
}
