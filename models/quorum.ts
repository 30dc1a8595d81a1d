import { Schema, model, type Types } from 'mongoose';
import { type Quorum, quorumRules } from '../contract/attendance/quorum.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** How many must be there for the event to decide. Its `_id` is the event's. */
export interface EventQuorum extends Quorum {
  _id: Types.ObjectId;
  of: string[];
  effects: Effect[];
}

const quorumSchema = new Schema<EventQuorum>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    rule: { type: String, enum: quorumRules, required: true },
    value: { type: Number, default: 0 },
    of: { type: [String], default: [] },
    effects: effectsField,
  },
  { collection: 'quorums', versionKey: false },
);

export const Quorums = model('Quorum', quorumSchema);
