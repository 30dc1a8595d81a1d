import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

/** Somebody who answers for guests of one event, with one link for all of them. */
export interface SecretaryLink {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  /** As it stands with the guests they answer for. */
  email: string;
  name: string;
  linkRevision: number;
  /** SHA-256 of the token in the link. */
  linkHash: string;
  sentAt: Date | null;
  rev: number;
  effects: Effect[];
}

const secretarySchema = new Schema<SecretaryLink>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    email: { type: String, required: true },
    name: { type: String, default: '' },
    linkRevision: { type: Number, required: true, default: 1 },
    linkHash: { type: String, required: true },
    sentAt: { type: Date, default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'secretaries', minimize: false },
);
secretarySchema.index({ event: 1, email: 1 }, { unique: true });
// Those who ask for their link again name their address, and nothing else.
secretarySchema.index({ email: 1, _id: -1 });
secretarySchema.index({ linkHash: 1 }, { unique: true });

export const SecretaryLinks = model('SecretaryLink', secretarySchema);
