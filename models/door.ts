import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

/** A device at a gate. It acts by its token, for one event, until it is revoked or expires. */
export interface Door {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  name: string;
  tokenHash: string;
  expires: Date;
  revokedAt: Date | null;
  lastSeenAt: Date | null;
  createdBy: string;
  createdAt: Date;
  effects: Effect[];
}

const doorSchema = new Schema<Door>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    tokenHash: { type: String, required: true },
    expires: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    lastSeenAt: { type: Date, default: null },
    createdBy: { type: String, default: '' },
    effects: effectsField,
  },
  { timestamps: true, collection: 'doors' },
);
doorSchema.index({ tokenHash: 1 }, { unique: true });
// Two doors at work cannot be told apart by one name, and a form sent twice makes one door.
doorSchema.index(
  { event: 1, name: 1 },
  { unique: true, partialFilterExpression: { revokedAt: { $type: 'null' } } },
);
doorSchema.index({ event: 1, _id: 1 });

export const Doors = model('Door', doorSchema);
