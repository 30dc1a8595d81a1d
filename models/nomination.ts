import { Schema, model, type Types } from 'mongoose';
import { type Locale, locales } from '../contract/locales.ts';
import type { Localised } from '../contract/localised.ts';
import {
  type NominationState,
  nominationStates,
  type NomineeState,
  nomineeStates,
} from '../contract/nominations.ts';
import { type AddressForm, addressForms, type PersonName } from '../contract/person.ts';
import { type Side, sides } from '../contract/states.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

/** Somebody a unit wants to send. */
export interface Nominee {
  /** The id the guest will have, so that accepting twice makes one guest. */
  id: string;
  /** Of the form that named them: sending that form again names nobody. Never the id, which is ours to give. */
  form: string;
  name: PersonName;
  addressForm: AddressForm;
  position: string;
  /** Department or section within the unit. */
  office: string;
  email: string;
  phone: string;
  /** What the organisers should know: a wheelchair, a diet, an interpreter. */
  needs: string;
  state: NomineeState;
  /** What the organisers wrote beside a name they sent back. */
  remark: string;
  /** The id of the nominee whose seat this one shall take; empty for a seat of the quota. */
  replaces: string;
  addedAt: Date;
  changedAt: Date;
  /** Who is on the guest list because of it; set a moment after the acceptance. */
  guest: Types.ObjectId | null;
}

/** Who fills the list in for the unit. */
export interface UnitSecretary {
  name: string;
  email: string;
  phone: string;
}

/** What one unit is asked for and whom it has named: one document, so that each step is one atomic write. */
export interface Nomination {
  _id: Types.ObjectId;
  event: Types.ObjectId;
  /** `o:<id>` of an organisation, otherwise the folded name: a unit is asked once. */
  unitKey: string;
  organisation: Types.ObjectId | null;
  name: Localised;
  /** Whether the guests form a delegation under the unit's name. */
  asDelegation: boolean;
  quota: number;
  category: string;
  side: Side;
  /** Whom one has in mind, in the unit's words: "deputy director or head of department". */
  position: string;
  /** What else is asked for: a wish, not a rule. */
  note: string;
  deadline: Date;
  secretary: UnitSecretary;
  /** The language in which the unit is written to. */
  locale: Locale;
  /** Raised whenever the link must stop working; part of the link's derivation. */
  linkRevision: number;
  /** SHA-256 of the link's token; empty once the link was revoked. */
  linkHash: string;
  nominees: Nominee[];
  state: NominationState;
  /** When the unit handed its list in; what it changes afterwards is marked. */
  submittedAt: Date | null;
  /** The last mail with the link, and the last reminder. */
  sentAt: Date | null;
  remindedAt: Date | null;
  /** Of the form that wrote last: sending that form again writes to nobody. */
  lastMark: string;
  /** When the unit last did something. */
  activeAt: Date | null;
  sortKey: string;
  rev: number;
  createdAt: Date;
  updatedAt: Date;
  effects: Effect[];
}

const line = { type: String, default: '' };

const nominee = part({
  id: { type: String, required: true },
  form: line,
  name: { type: Schema.Types.Mixed, required: true },
  addressForm: { type: String, enum: addressForms, required: true },
  position: line,
  office: line,
  email: line,
  phone: line,
  needs: line,
  state: { type: String, enum: nomineeStates, required: true },
  remark: line,
  replaces: line,
  addedAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
  guest: { type: Schema.Types.ObjectId, default: null },
});

const nominationSchema = new Schema<Nomination>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    unitKey: { type: String, required: true },
    organisation: { type: Schema.Types.ObjectId, default: null },
    name: { ...localisedText, required: true },
    asDelegation: { type: Boolean, default: false },
    quota: { type: Number, required: true },
    category: line,
    side: { type: String, enum: sides, required: true, default: 'guest' },
    position: line,
    note: line,
    deadline: { type: Date, required: true },
    secretary: { type: part({ name: line, email: line, phone: line }), default: {} },
    locale: { type: String, enum: locales, required: true },
    linkRevision: { type: Number, required: true, default: 1 },
    linkHash: line,
    nominees: { type: [nominee], default: [] },
    state: { type: String, enum: nominationStates, required: true, default: 'open' },
    submittedAt: { type: Date, default: null },
    sentAt: { type: Date, default: null },
    remindedAt: { type: Date, default: null },
    lastMark: line,
    activeAt: { type: Date, default: null },
    sortKey: { type: String, required: true },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'nominations', minimize: false },
);
nominationSchema.index({ event: 1, unitKey: 1 }, { unique: true });
nominationSchema.index({ event: 1, sortKey: 1, _id: 1 });
// Those who are late, for the list of what needs somebody.
nominationSchema.index({ event: 1, state: 1, submittedAt: 1, deadline: 1 });
nominationSchema.index({ linkHash: 1 }, { unique: true, partialFilterExpression: { linkHash: { $gt: '' } } });

export const Nominations = model('Nomination', nominationSchema);
