import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';

/** A unit, company or authority. `tier` is its place in protocol: 1 is the highest. */
export interface Organisation {
  _id: Types.ObjectId;
  /** Stable name of this organisation in exchange files. */
  ref: string;
  name: Localised;
  short: Localised;
  parent: Types.ObjectId | null;
  tier: number;
  words: string[];
  sortKey: string;
  archivedAt: Date | null;
  rev: number;
  effects: Effect[];
}

const organisationSchema = new Schema<Organisation>(
  {
    ref: { type: String, default: '' },
    name: { ...localisedText, required: true },
    short: { ...localisedText, default: {} },
    parent: { type: Schema.Types.ObjectId, default: null },
    tier: { type: Number, required: true, default: 5 },
    words: { type: [String], required: true },
    sortKey: { type: String, required: true },
    archivedAt: { type: Date, default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'organisations', minimize: false },
);
organisationSchema.index({ words: 1 });
organisationSchema.index({ sortKey: 1, _id: 1 });
organisationSchema.index({ parent: 1 });

export const Organisations = model('Organisation', organisationSchema);
