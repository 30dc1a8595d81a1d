import { Schema, model, type Types } from 'mongoose';
import { type RadarStatus, radarStatuses } from '../contract/radar.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';

/** Where somebody was said to be. Added, never changed; one that was taken back does not count. */
export interface RadarStep {
  /** Of the button that was pressed. */
  id: string;
  status: RadarStatus;
  at: Date;
  note: string;
  by: string;
  takenBackAt: Date | null;
}

/** One person whose arrival is watched. */
export interface Radar {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  guest: Types.ObjectId;
  escort: Types.ObjectId | null;
  steps: RadarStep[];
  /** Since when nobody watches any more. */
  stoppedAt: Date | null;
  effects: Effect[];
}

const step = {
  id: String,
  status: { type: String, enum: radarStatuses },
  at: Date,
  note: { type: String, default: '' },
  by: { type: String, default: '' },
  takenBackAt: { type: Date, default: null },
};

const radarSchema = new Schema<Radar>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    guest: { type: Schema.Types.ObjectId, required: true },
    escort: { type: Schema.Types.ObjectId, default: null },
    steps: { type: [part(step)], default: [] },
    stoppedAt: { type: Date, default: null },
    effects: effectsField,
  },
  { collection: 'radars', versionKey: false },
);
radarSchema.index({ event: 1, guest: 1 }, { unique: true });
radarSchema.index({ escort: 1 });

export const Radars = model('Radar', radarSchema);
