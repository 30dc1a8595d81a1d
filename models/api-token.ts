import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

/** A bearer token of the API. It acts as its user and never has more rights than that user. */
export interface ApiToken {
  _id: Types.ObjectId;
  tokenHash: string;
  user: Types.ObjectId;
  label: string;
  expires: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
  effects: Effect[];
}

const apiTokenSchema = new Schema<ApiToken>(
  {
    tokenHash: { type: String, required: true },
    user: { type: Schema.Types.ObjectId, required: true },
    label: { type: String, required: true },
    expires: { type: Date, default: null },
    revokedAt: { type: Date, default: null },
    lastUsedAt: { type: Date, default: null },
    effects: effectsField,
  },
  { timestamps: true, collection: 'api-tokens' },
);
apiTokenSchema.index({ tokenHash: 1 }, { unique: true });
apiTokenSchema.index({ user: 1 });

export const ApiTokens = model('ApiToken', apiTokenSchema);
