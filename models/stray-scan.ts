import { Schema, model, type Types } from 'mongoose';
import { type Decision, decisionsField } from './fields/decision.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** Something a device uploaded that means nobody of its event, or that cannot be read. Kept as it came. */
export interface StrayScan {
  /** The event and the id of the scan, or a hash of what has none: the same thing sent twice is kept once. */
  _id: string;
  event: Types.ObjectId;
  door: { id: string; name: string };
  receivedAt: Date;
  /** Since when the device was at work: it did nothing before. Absent where nobody knows. */
  earliest?: Date;
  /** As JSON. */
  content: string;
  /** What people decided about it; absent while nobody has. */
  decisions?: Decision[];
  effects?: Effect[];
}

const strayScanSchema = new Schema<StrayScan>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    door: { type: { id: String, name: String }, _id: false },
    receivedAt: { type: Date, required: true },
    earliest: Date,
    content: { type: String, required: true },
    decisions: decisionsField,
    effects: effectsField,
  },
  { collection: 'stray-scans', versionKey: false },
);
strayScanSchema.index({ event: 1, receivedAt: -1 });

export const StrayScans = model('StrayScan', strayScanSchema);
