import { Schema, model, type Types } from 'mongoose';
import { type EventRole, eventRoles } from '../contract/roles.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** One person's role in one event. Without it the event does not exist for them. */
export interface Membership {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  user: Types.ObjectId;
  role: EventRole;
  createdAt: Date;
  effects: Effect[];
}

const membershipSchema = new Schema<Membership>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    user: { type: Schema.Types.ObjectId, required: true },
    role: { type: String, enum: eventRoles, required: true },
    effects: effectsField,
  },
  { timestamps: true, collection: 'memberships' },
);
membershipSchema.index({ user: 1, event: 1 }, { unique: true });
membershipSchema.index({ event: 1 });

export const Memberships = model('Membership', membershipSchema);
