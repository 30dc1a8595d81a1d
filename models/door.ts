import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';

/** What a device last said of itself. */
export interface DoorContact {
  at: Date;
  version: string;
  /** Scans that waited to be sent. */
  unsynced: number;
  /** Its own count of what it did. */
  seq: number;
  /** Milliseconds by which its clock was ahead of ours. */
  offset: number;
  /** Its data had been taken away by the browser. */
  lostData: boolean;
}

/**
 * A device at a gate. It is set up once by a secret that works for ten minutes, and acts from then on by a key that
 * cannot leave it, for one event, until it is revoked or expires.
 */
export interface Door {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  name: string;
  /** In the event's door plan; '' for none. */
  profile: string;
  /** SHA-256 of the secret that sets the device up, until when it works, and when it was used. */
  enrolment?: { hash: string; expires: Date; usedAt: Date | null };
  /** P-256, SPKI as base64url; '' until the device was set up. */
  publicKey: string;
  expires: Date;
  revokedAt: Date | null;
  /** When the device was told, after its revocation, to forget everything, and said that it had. */
  wipedAt: Date | null;
  lastSeenAt: Date | null;
  /** Absent until the device has reported. */
  contact?: DoorContact;
  createdBy: string;
  createdAt: Date;
  effects: Effect[];
}

const doorSchema = new Schema<Door>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    profile: { type: String, default: '' },
    enrolment: { type: part({ hash: String, expires: Date, usedAt: { type: Date, default: null } }) },
    publicKey: { type: String, default: '' },
    expires: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    wipedAt: { type: Date, default: null },
    lastSeenAt: { type: Date, default: null },
    contact: {
      type: part({
        at: Date,
        version: String,
        unsynced: Number,
        seq: Number,
        offset: Number,
        lostData: Boolean,
      }),
    },
    createdBy: { type: String, default: '' },
    effects: effectsField,
  },
  { timestamps: true, collection: 'doors' },
);
// Whoever reads the code of a device asks for it by nothing else.
doorSchema.index(
  { 'enrolment.hash': 1 },
  { unique: true, partialFilterExpression: { 'enrolment.hash': { $type: 'string' } } },
);
// Two doors at work cannot be told apart by one name, and a form sent twice makes one door.
doorSchema.index(
  { event: 1, name: 1 },
  { unique: true, partialFilterExpression: { revokedAt: { $type: 'null' } } },
);
doorSchema.index({ event: 1, _id: 1 });

export const Doors = model('Door', doorSchema);
