import { Schema, model, type Types } from 'mongoose';
import type { Localised } from '../contract/localised.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';

export interface PhotoCaption {
  id: string;
  caption: Localised;
  credit: string;
}

/** The news item about the event: drafted from the facts, then edited by a person, then published with its date. */
export interface Recap {
  /** The event's id. */
  _id: Types.ObjectId;
  state: 'draft' | 'published';
  headline: Localised;
  lead: Localised;
  body: Localised;
  photos: PhotoCaption[];
  credits: { text: string[]; photos: string[] };
  /** When it was last drafted from the facts; null when written by hand. */
  draftedAt: Date | null;
  publishedAt: Date | null;
  rev: number;
  effects: Effect[];
}

const recapSchema = new Schema<Recap>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, enum: ['draft', 'published'], required: true, default: 'draft' },
    headline: { ...localisedText, default: {} },
    lead: { ...localisedText, default: {} },
    body: { ...localisedText, default: {} },
    photos: {
      type: [{ id: String, caption: localisedText, credit: String, _id: false }],
      default: [],
    },
    credits: { type: { text: [String], photos: [String] }, _id: false, default: { text: [], photos: [] } },
    draftedAt: { type: Date, default: null },
    publishedAt: { type: Date, default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'recaps', minimize: false },
);

export const Recaps = model('Recap', recapSchema);
