import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

/** Somebody who accompanies guests and says where they are, by a link of their own and without an account. */
export interface Escort {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  name: string;
  phone: string;
  /** Raised whenever the link must stop working; part of the link's derivation. */
  linkRevision: number;
  /** SHA-256 of the link's token; '' once the link was taken away. */
  linkHash: string;
  effects: Effect[];
}

const escortSchema = new Schema<Escort>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    phone: { type: String, default: '' },
    linkRevision: { type: Number, required: true, default: 1 },
    linkHash: { type: String, default: '' },
    effects: effectsField,
  },
  { collection: 'escorts', versionKey: false },
);
escortSchema.index({ event: 1, name: 1 });
escortSchema.index({ linkHash: 1 }, { unique: true, partialFilterExpression: { linkHash: { $gt: '' } } });

export const Escorts = model('Escort', escortSchema);
