import { Schema, model, type Types } from 'mongoose';
import { passageKinds, passageMethods } from '../contract/attendance/facts.ts';
import { type Decision, decisionsField } from './fields/decision.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';

/** What was done with one guest at a door. Added, never changed. */
export interface Passage {
  /** Made by the device: the scan's, or that of the undo. */
  id: string;
  kind: (typeof passageKinds)[number];
  /** Of an undo: the passage it takes back. */
  target?: string;
  /** Of a companion: which of those the guest named. */
  place?: number;
  /** By the server's clock, or by the device's as corrected at its last contact. */
  at: Date;
  /** By the device's clock, when it told one. */
  deviceAt: Date | null;
  door: { id: string; name: string };
  /** The device's own count of what it did; 0 where it does not count. */
  seq: number;
  by: string;
  method: (typeof passageMethods)[number];
  /** Set when a substitute came in the guest's place. */
  substitute: string;
  /** Why somebody was let in whom the list did not allow; absent when it did. */
  override?: string;
  /** A device decided it by what it knew, without having asked. */
  offline?: true;
  /** The device had not heard of the server since it was switched on: its time may be wrong. */
  uncertain?: true;
}

/**
 * One guest's attendance on one check-in list: what happened, and what it comes to (`contract/attendance/fold.ts`).
 * The document is created by the first passage, and its `_id` (list and guest) is the lock between two doors.
 */
export interface CheckIn {
  /** `${list}:${guest}` */
  _id: string;
  event: Types.ObjectId;
  /** The event's id for the event list; days and sessions get their own lists. */
  list: string;
  guest: Types.ObjectId;
  passages: Passage[];
  /** The entry the guest is in by. */
  admission: { scanId: string; at: Date; substitute: string } | null;
  /** Which of those who come along are in. */
  companions: number[];
  /** Entries that contradict another: two may have come in on one pass. */
  doubles: { id: string; of: string }[];
  /** What people decided about them; absent while nobody has. */
  decisions?: Decision[];
  rev: number;
  /** When the server last wrote here, by its clock: devices ask for what changed since. */
  changedAt: Date;
  effects: Effect[];
}

const passage = {
  id: String,
  kind: { type: String, enum: passageKinds },
  target: String,
  place: Number,
  at: Date,
  deviceAt: { type: Date, default: null },
  door: { type: { id: String, name: String }, _id: false },
  seq: { type: Number, default: 0 },
  by: String,
  method: { type: String, enum: passageMethods },
  substitute: { type: String, default: '' },
  override: String,
  offline: Boolean,
  uncertain: Boolean,
};

const checkInSchema = new Schema<CheckIn>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    list: { type: String, required: true },
    guest: { type: Schema.Types.ObjectId, required: true },
    passages: { type: [part(passage)], required: true },
    admission: { type: part({ scanId: String, at: Date, substitute: String }), default: null },
    companions: { type: [Number], default: [] },
    doubles: { type: [part({ id: String, of: String })], default: [] },
    decisions: decisionsField,
    rev: { type: Number, required: true, default: 1 },
    changedAt: { type: Date, required: true },
    effects: effectsField,
  },
  { collection: 'check-ins', versionKey: false },
);
// With the guest: who is in the hall is read from the index alone.
checkInSchema.index({ event: 1, list: 1, 'admission.at': 1, guest: 1 });
// What devices at doors have not heard of yet.
checkInSchema.index({ event: 1, changedAt: 1, _id: 1 });
// Who brought somebody along.
checkInSchema.index({ event: 1, companions: 1 }, { partialFilterExpression: { companions: { $gte: 0 } } });
// Who came in somebody's place.
checkInSchema.index(
  { event: 1, list: 1, 'admission.substitute': 1 },
  { partialFilterExpression: { 'admission.substitute': { $gt: '' } } },
);
checkInSchema.index({ 'passages.id': 1 }, { unique: true });
// What a door did last.
checkInSchema.index({ event: 1, 'passages.door.id': 1, 'passages.at': -1 });
checkInSchema.index(
  { event: 1, 'doubles.id': 1 },
  { partialFilterExpression: { 'doubles.id': { $gt: '' } } },
);
checkInSchema.index(
  { event: 1, 'decisions.id': 1 },
  { partialFilterExpression: { 'decisions.id': { $gt: '' } } },
);

export const CheckIns = model('CheckIn', checkInSchema);
