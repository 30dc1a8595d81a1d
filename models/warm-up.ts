import { Schema, model } from 'mongoose';
import { type WarmUpMode, warmUpModes } from '../contract/mail.ts';

/** How many campaign mails may leave today, while the receivers of a new sender get used to it. One document. */
export interface WarmUp {
  _id: string;
  mode: WarmUpMode;
  /** In UTC, `2026-11-23`. */
  day: string;
  allowance: number;
  used: number;
}

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
