import { Schema, model, type Types } from 'mongoose';
import { type SuppressionScope, suppressionScopes } from '../contract/mail.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** An address that is not written to. The address itself is not stored, only what it can be recognised by. */
export interface Suppression {
  /** `hard:*:<key>`, `unsubscribe:<organisation>:<key>` */
  _id: string;
  scope: SuppressionScope;
  /** Whose mails were unsubscribed from; null for those of everybody here. */
  organisation: Types.ObjectId | null;
  /** Enough for somebody who knows the address to find it: `n•••@example.org`. */
  hint: string;
  at: Date;
  reason: { code: string; text: string } | null;
  /** Somebody decided to write to this address again. */
  liftedAt: Date | null;
  effects: Effect[];
}

const suppressionSchema = new Schema<Suppression>(
  {
    _id: { type: String, required: true },
    scope: { type: String, enum: suppressionScopes, required: true },
    organisation: { type: Schema.Types.ObjectId, default: null },
    hint: { type: String, required: true },
    at: { type: Date, required: true },
    reason: { type: { code: String, text: String }, _id: false, default: null },
    liftedAt: { type: Date, default: null },
    effects: effectsField,
  },
  { collection: 'suppressions', versionKey: false },
);
suppressionSchema.index({ liftedAt: 1, at: -1, _id: -1 });

export const Suppressions = model('Suppression', suppressionSchema);
