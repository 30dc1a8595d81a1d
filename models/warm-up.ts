import { Schema, model } from 'mongoose';

/** How many campaign mails may leave today, while the receivers of a new sender get used to it. One document. */
export interface WarmUp {
  _id: string;
  /** `auto`: on where the mail server belongs to somebody else. */
  mode: WarmUpMode;
  /** In UTC, `2026-11-23`. */
  day: string;
  allowance: number;
  used: number;
}

export const warmUpModes = ['auto', 'on', 'off'] as const;
export type WarmUpMode = (typeof warmUpModes)[number];

const warmUpSchema = new Schema<WarmUp>(
  {
    _id: { type: String, required: true },
    mode: { type: String, enum: warmUpModes, required: true },
    day: { type: String, required: true },
    allowance: { type: Number, required: true },
    used: { type: Number, required: true },
  },
  { collection: 'warm-ups', versionKey: false },
);

export const WarmUps = model('WarmUp', warmUpSchema);
