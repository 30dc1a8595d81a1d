import { type MailLane, MailLanes } from '../../../models/mail-lane.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { now } from '../../platform/clock.ts';
import { campaignRank } from './lane-of.ts';

/** What a worker may take at this moment. */
export interface Road {
  /** Lower goes first. */
  ranks: readonly number[];
  /** Lanes with as many mails under way as they may have. */
  full: readonly string[];
  /** Between two campaign mails to one domain, in milliseconds. */
  spacingMs: number;
}

export const openRoad: Road = { ranks: [0, 1, campaignRank], full: [], spacingMs: 0 };

// Forgetting a turn in a crash lets one mail go a second early; waiting for the journal would cost every mail more.
const LIGHTLY = { writeConcern: { w: 1, j: false } } as const;
const FAR = new Date('9999-01-01T00:00:00Z');

/** The next lane whose turn it is, and the moment before which it has no other. */
export async function takeTurn({ ranks, full, spacingMs }: Road): Promise<MailLane | null> {
  const at = now();
  return MailLanes.findOneAndUpdate(
    {
      rank: { $in: [...ranks] },
      turn: { $lte: at },
      paceAt: { $lte: at },
      $or: [{ pausedUntil: null }, { pausedUntil: { $lte: at } }],
      ...(full.length > 0 ? { _id: { $nin: [...full] } } : {}),
    },
    [{ $set: { turn: at, paceAt: nextPace(at, spacingMs) } }],
    { sort: { rank: 1, turn: 1 }, returnDocument: 'after', updatePipeline: true, ...LIGHTLY },
  ).lean<MailLane>();
}

/** Sends a lane without a due mail to sleep until its next one, unless one has come meanwhile. */
export async function restLane({ _id, stirred }: MailLane): Promise<void> {
  const next = await OutboxMails.findOne({ lane: _id, held: false, due: { $ne: null } }, { due: 1 })
    .sort({ due: 1 })
    .lean<{ due: Date }>();
  await MailLanes.updateOne({ _id, stirred }, { $set: { turn: next?.due ?? FAR } }, LIGHTLY);
}

/** When the pace opens the next lane that has mails; null when none waits for that. */
export async function nextOpening(): Promise<Date | null> {
  const at = now();
  const lane = await MailLanes.findOne({ rank: campaignRank, turn: { $lte: at }, paceAt: { $gt: at } })
    .sort({ paceAt: 1 })
    .lean<MailLane>();
  return lane && lane.paceAt;
}

/** A lane that comes a little late keeps its beat, so that the pace is right on average; one that rested begins anew. */
function nextPace(at: Date, spacingMs: number): object {
  const step = { $cond: [{ $eq: ['$rank', campaignRank] }, { $multiply: [spacingMs, '$slowness'] }, 0] };
  const late = { $subtract: [at, '$paceAt'] };
  const beat = { $cond: [{ $lt: [late, { $multiply: [step, 0.5] }] }, '$paceAt', at] };
  return { $add: [beat, step] };
}
