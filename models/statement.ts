import { Schema, model, type Types } from 'mongoose';
import { type Quorum, type QuorumStanding, quorumRules } from '../contract/attendance/quorum.ts';
import type { Localised } from '../contract/localised.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

export interface FrozenFigures {
  summoned: number;
  present: number;
  substitutes: number;
  absentWithReason: number;
  absentWithoutReason: number;
}

/** Somebody who was not there, as they were called then. */
export interface Absentee {
  guest: Types.ObjectId;
  name: string;
  position: Localised;
  unit: Localised;
  excused: boolean;
  reason: string;
}

/** The attendance as it was stated at one moment. Never changed, never removed; numbered within the event. */
export interface FrozenStatement {
  /** Of the form it was made with: sent twice it freezes once. */
  _id: Types.ObjectId;
  event: Types.ObjectId;
  number: number;
  /** The moment the figures are of, and the moment they were written down. */
  at: Date;
  frozenAt: Date;
  by: string;
  title: Localised;
  note: string;
  figures: FrozenFigures;
  units: (FrozenFigures & { unit: Localised })[];
  quorum: (Quorum & QuorumStanding & { of: string[] }) | null;
  absent: Absentee[];
  /** Who was there: what changed since follows from it. */
  present: Types.ObjectId[];
  /** The sentence, in each language. */
  text: { vi: string; en: string; ru: string };
  /** Under which anybody who holds a print can check it. */
  code: string;
  /** SHA-256 of the canonical text, in hexadecimal digits, and its Ed25519 signature with the key it is checked by. */
  digest: string;
  signature: string;
  publicKey: string;
  effects: Effect[];
}

const figures = {
  summoned: Number,
  present: Number,
  substitutes: Number,
  absentWithReason: Number,
  absentWithoutReason: Number,
};
const localised = { ...localisedText, default: {} };
const absentee = {
  guest: Schema.Types.ObjectId,
  name: String,
  position: localised,
  unit: localised,
  excused: Boolean,
  reason: { type: String, default: '' },
};
const quorum = {
  rule: { type: String, enum: quorumRules },
  value: Number,
  of: { type: [String], default: [] },
  present: Number,
  summoned: Number,
  needed: Number,
  isReached: Boolean,
};

const statementSchema = new Schema<FrozenStatement>(
  {
    event: { type: Schema.Types.ObjectId, required: true },
    number: { type: Number, required: true },
    at: { type: Date, required: true },
    frozenAt: { type: Date, required: true },
    by: { type: String, default: '' },
    title: localised,
    note: { type: String, default: '' },
    figures: { type: part(figures), required: true },
    units: { type: [part({ ...figures, unit: localised })], default: [] },
    quorum: { type: part(quorum), default: null },
    absent: { type: [part(absentee)], default: [] },
    present: { type: [Schema.Types.ObjectId], default: [] },
    text: { type: part({ vi: String, en: String, ru: String }), required: true },
    code: { type: String, required: true },
    digest: { type: String, required: true },
    signature: { type: String, required: true },
    publicKey: { type: String, required: true },
    effects: effectsField,
  },
  { collection: 'statements', versionKey: false, minimize: false },
);
statementSchema.index({ event: 1, number: 1 }, { unique: true });
statementSchema.index({ code: 1 }, { unique: true });

export const Statements = model('Statement', statementSchema);
