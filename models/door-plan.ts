import { Schema, model, type Types } from 'mongoose';
import { type CheckInList, listKinds } from '../contract/attendance/list.ts';
import { listRules } from '../contract/attendance/rules.ts';
import {
  badgePlaces,
  doorDirections,
  doorPaces,
  type DoorProfile,
  doorRanks,
  type Gate,
} from '../contract/door/plan.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

/** A list as it is stored: the zone is that of the event. */
export type StoredList = Omit<CheckInList, 'timeZone' | 'opensAt' | 'closesAt'> & {
  opensAt: Date | null;
  closesAt: Date | null;
};

/** Lists, gates and profiles of one event. Its `_id` is the event's. */
export interface EventDoorPlan {
  _id: Types.ObjectId;
  lists: StoredList[];
  gates: Gate[];
  profiles: DoorProfile[];
  rev: number;
  effects: Effect[];
}

const list = {
  id: String,
  name: localisedText,
  kind: { type: String, enum: listKinds },
  rule: { type: String, enum: listRules },
  times: { type: Number, default: 1 },
  dayStartsAt: Number,
  opensAt: { type: Date, default: null },
  closesAt: { type: Date, default: null },
  categories: { type: [String], default: [] },
  requires: { type: String, default: '' },
};
const gate = { id: String, name: String, categories: { type: [String], default: [] } };
const profile = {
  id: String,
  name: String,
  gate: { type: String, default: '' },
  lists: { type: [String], default: [] },
  direction: { type: String, enum: doorDirections },
  pace: { type: String, enum: doorPaces },
  rank: { type: String, enum: doorRanks },
  sounds: Boolean,
  badge: { type: String, enum: badgePlaces },
  companions: Boolean,
  kiosk: Boolean,
  pin: { type: part({ salt: String, hash: String, rounds: Number }), default: null },
};

const doorPlanSchema = new Schema<EventDoorPlan>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    lists: { type: [part(list)], default: [] },
    gates: { type: [part(gate)], default: [] },
    profiles: { type: [part(profile)], default: [] },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { collection: 'door-plans', versionKey: false },
);

export const DoorPlans = model('DoorPlan', doorPlanSchema);
