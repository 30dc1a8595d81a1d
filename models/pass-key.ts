import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

/** A key that signs the passes of one event. Never changed, never removed: what it has signed is proved by it. */
export interface PassKey {
  /** The event and the number of the key: of two who make the next one at once, one succeeds. */
  _id: string;
  event: Types.ObjectId;
  /** 1 to 255; the highest one that can sign does. */
  number: number;
  /** Ed25519, 32 bytes as base64url. */
  publicPart: string;
  /** Encrypted; null for a key of another place, which proves what was signed there. */
  privatePart: string | null;
  createdAt: Date;
  effects: Effect[];
}

const passKeySchema = new Schema<PassKey>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    number: { type: Number, required: true, min: 1, max: 255 },
    publicPart: { type: String, required: true },
    privatePart: { type: String, default: null },
    createdAt: { type: Date, required: true },
    effects: effectsField,
  },
  { collection: 'pass-keys', versionKey: false },
);
passKeySchema.index({ event: 1, number: 1 });

export const PassKeys = model('PassKey', passKeySchema);
