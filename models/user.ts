import { Schema, model, type Types } from 'mongoose';
import { type Locale, locales } from '../contract/locales.ts';
import { type OfficeRole, officeRoles } from '../contract/roles.ts';
import { type Effect, effectsField } from './fields/effects.ts';

/** Somebody with an account. Guests and doors have none: they act by token. */
export interface User {
  _id: Types.ObjectId;
  email: string;
  name: string;
  passwordHash: string;
  /** Raised when the password changes: sessions of earlier generations end. */
  generation: number;
  role: OfficeRole;
  locale: Locale;
  active: boolean;
  reset: { tokenHash: string; expires: Date } | null;
  lastSignInAt: Date | null;
  createdAt: Date;
  effects: Effect[];
}

const userSchema = new Schema<User>(
  {
    email: { type: String, required: true },
    name: { type: String, required: true },
    passwordHash: { type: String, required: true },
    generation: { type: Number, required: true, default: 1 },
    role: { type: String, enum: officeRoles, required: true },
    locale: { type: String, enum: locales, required: true },
    active: { type: Boolean, required: true, default: true },
    reset: { type: { tokenHash: String, expires: Date }, _id: false, default: null },
    lastSignInAt: { type: Date, default: null },
    effects: effectsField,
  },
  { timestamps: true, collection: 'users' },
);
userSchema.index({ email: 1 }, { unique: true });
userSchema.index({ 'reset.tokenHash': 1 }, { sparse: true });

export const Users = model('User', userSchema);
