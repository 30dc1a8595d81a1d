import { Schema, model, type Types } from 'mongoose';
import { type Verdict, verdicts } from '../contract/states.ts';

/** One attempt at a door, whatever came of it. Never changed, never removed. */
export interface Scan {
  /** The scanId made by the device. */
  _id: string;
  event: Types.ObjectId;
  list: string;
  guest: Types.ObjectId | null;
  verdict: Verdict;
  /** What was read or typed, shortened. */
  text: string;
  door: { id: string; name: string };
  by: string;
  at: Date;
}

const scanSchema = new Schema<Scan>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    list: { type: String, required: true },
    guest: { type: Schema.Types.ObjectId, default: null },
    verdict: { type: String, enum: verdicts, required: true },
    text: { type: String, default: '' },
    door: { type: { id: String, name: String }, _id: false },
    by: { type: String, default: '' },
    at: { type: Date, required: true },
  },
  { collection: 'scans', versionKey: false },
);
scanSchema.index({ event: 1, at: -1 });
scanSchema.index({ event: 1, guest: 1, at: -1 });

export const Scans = model('Scan', scanSchema);
