import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';

/** A person on the guest list, or a person or collective by name only. */
export interface Recipient {
  id: string;
  kind: 'person' | 'collective';
  guest: Types.ObjectId | null;
  name: Localised;
  citation: Localised;
  /** Guest who receives it in the recipient's place. */
  representedBy: Types.ObjectId | null;
}

export interface Decision {
  number: string;
  /** YYYY-MM-DD, empty while not known. */
  date: string;
  authority: Localised;
}

export interface Award {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  ref: string;
  /** Place in the ceremony: 1 is called first. */
  order: number;
  title: Localised;
  decision: Decision;
  recipients: Recipient[];
  presenter: Types.ObjectId | null;
  announcedAt: Date | null;
  rev: number;
  effects: Effect[];
}

const recipient = {
  id: { type: String, required: true },
  kind: { type: String, enum: ['person', 'collective'], required: true },
  guest: { type: Schema.Types.ObjectId, default: null },
  name: { ...localisedText, default: {} },
  citation: { ...localisedText, default: {} },
  representedBy: { type: Schema.Types.ObjectId, default: null },
};
// A schema of its own, because only that keeps a text that is in no language yet.
const decisionSchema = new Schema<Decision>(
  {
    number: { type: String, default: '' },
    date: { type: String, default: '' },
    authority: { ...localisedText, default: {} },
  },
  { _id: false, minimize: false },
);
const decision = { type: decisionSchema, default: {} };

const awardSchema = new Schema<Award>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    ref: { type: String, required: true },
    order: { type: Number, required: true },
    title: { ...localisedText, required: true },
    decision,
    recipients: { type: [{ ...recipient, _id: false }], default: [] },
    presenter: { type: Schema.Types.ObjectId, default: null },
    announcedAt: { type: Date, default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'awards', minimize: false },
);
awardSchema.index({ event: 1, order: 1 });
awardSchema.index({ event: 1, ref: 1 }, { unique: true });

export const Awards = model('Award', awardSchema);
