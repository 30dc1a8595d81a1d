import { Schema, model } from 'mongoose';

/** How a mail queues: before everything else, with the other service mails, or with the campaigns. */
export const laneRanks = ['urgent', 'service', 'campaign'] as const;
export type LaneRank = (typeof laneRanks)[number];

/**
 * The queue to one domain. Workers take lanes in turn and from the lane its first mail, so that a slow or strict
 * domain holds up nobody else, and finding the next mail costs the same however many wait.
 */
export interface MailLane {
  /** `campaign:example.org` */
  _id: string;
  /** Place of its rank: lower goes first. */
  rank: number;
  domain: string;
  /** When there may be a mail due; far away while there is none. */
  turn: Date;
  /** Not before this moment, for the sake of the pace. */
  paceAt: Date;
  /** How many times slower than usual, because the domain asked for it. */
  slowness: number;
  /** The domain refuses us on principle: no campaign mail before this moment. */
  pausedUntil: Date | null;
  pause: { at: Date; code: string; text: string } | null;
  /** Counts the arrivals, so that nobody sends a lane to sleep over a mail that has just come. */
  stirred: number;
}

const laneSchema = new Schema<MailLane>(
  {
    _id: { type: String, required: true },
    rank: { type: Number, required: true },
    domain: { type: String, default: '' },
    turn: { type: Date, required: true },
    paceAt: { type: Date, required: true },
    slowness: { type: Number, required: true, default: 1 },
    pausedUntil: { type: Date, default: null },
    pause: { type: { at: Date, code: String, text: String }, _id: false, default: null },
    stirred: { type: Number, required: true, default: 0 },
  },
  { collection: 'mail-lanes', versionKey: false },
);
laneSchema.index({ rank: 1, turn: 1 });
laneSchema.index({ pausedUntil: 1 });

export const MailLanes = model('MailLane', laneSchema);
