import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';
import { type Person, personFields } from './fields/person.ts';

export interface Contact extends Person {
  _id: Types.ObjectId;
  /** Position tiers (codes of protocol-rank); guessed from the position unless set by hand. */
  tiers: string[];
  seniority: number;
  notes: string;
  words: string[];
  sortKey: string;
  archivedAt: Date | null;
  /** The contact this one was found to be. */
  mergedInto?: Types.ObjectId | null;
  rev: number;
  effects: Effect[];
}

const contactSchema = new Schema<Contact>(
  {
    ...personFields,
    tiers: { type: [String], default: [] },
    seniority: { type: Number, default: 0 },
    notes: { type: String, default: '' },
    words: { type: [String], required: true },
    sortKey: { type: String, required: true },
    archivedAt: { type: Date, default: null },
    mergedInto: Schema.Types.ObjectId,
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'contacts', minimize: false },
);
contactSchema.index({ archivedAt: 1, sortKey: 1, _id: 1 });
contactSchema.index({ words: 1, sortKey: 1 });
contactSchema.index({ organisation: 1, archivedAt: 1, sortKey: 1, _id: 1 });
contactSchema.index({ email: 1 }, { unique: true, partialFilterExpression: { email: { $gt: '' } } });

export const Contacts = model('Contact', contactSchema);
