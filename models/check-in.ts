import { Schema, model, type Types } from 'mongoose';
import { type Effect, effectsField } from './fields/effects.ts';

export interface Admission {
  scanId: string;
  /** By the server's clock. */
  at: Date;
  /** By the device's clock, when it told one. */
  deviceAt: Date | null;
  door: { id: string; name: string };
  by: string;
  method: 'scan' | 'typed' | 'search' | 'api' | 'simulated';
  /** Set when a substitute came in the guest's place. */
  substitute: string;
}

/**
 * One guest's attendance on one check-in list. The document is created by the first admission, and its `_id`
 * (list and guest) is the lock between two doors. Taking an admission back moves it to `undone`; nothing is erased.
 */
export interface CheckIn {
  /** `${list}:${guest}` */
  _id: string;
  event: Types.ObjectId;
  /** The event's id for the event list; days and sessions get their own lists. */
  list: string;
  guest: Types.ObjectId;
  admission: Admission | null;
  undone: { admission: Admission; at: Date; by: string; undoId: string }[];
  /** Every scanId that was ever admitted here: a repeated scan gets its first outcome again. */
  scanIds: string[];
  rev: number;
  effects: Effect[];
}

const admission = {
  scanId: String,
  at: Date,
  deviceAt: { type: Date, default: null },
  door: { type: { id: String, name: String }, _id: false },
  by: String,
  method: String,
  substitute: { type: String, default: '' },
};

const checkInSchema = new Schema<CheckIn>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    list: { type: String, required: true },
    guest: { type: Schema.Types.ObjectId, required: true },
    admission: { type: admission, _id: false, default: null },
    undone: {
      type: [{ admission, at: Date, by: String, undoId: String, _id: false }],
      default: [],
    },
    scanIds: { type: [String], required: true },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { collection: 'check-ins', versionKey: false },
);
// With the guest: who is in the hall is read from the index alone.
checkInSchema.index({ event: 1, list: 1, 'admission.at': 1, guest: 1 });
checkInSchema.index({ scanIds: 1 }, { unique: true });

export const CheckIns = model('CheckIn', checkInSchema);
