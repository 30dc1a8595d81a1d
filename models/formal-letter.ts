import { Schema, model, type Types } from 'mongoose';
import { type Letterhead, letterheads } from '../contract/formal-letter.ts';
import type { Localised } from '../contract/localised.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { localisedText } from './fields/localised-text.ts';
import { part } from './fields/part.ts';

/** What the invitations of an event on paper say beside the facts of the event and of each guest. */
export interface FormalLetter {
  /** The event's id. */
  _id: Types.ObjectId;
  letterhead: Letterhead;
  /** The superior and the issuing unit as the letterhead has them. */
  superior: Localised;
  unit: Localised;
  /** “12” and “TTCNTT” of “12/GM-TTCNTT”; an empty number is left to a pen. */
  number: string;
  symbol: string;
  place: Localised;
  /** YYYY-MM-DD; empty where the date is written by hand. */
  date: string;
  /** Why and about what, in paragraphs. */
  purpose: Localised;
  closing: Localised;
  /** On whose behalf ("TM. BAN GIÁM ĐỐC"), in what office, by whom. */
  signer: { capacity: Localised; position: Localised; name: Localised };
  /** "Nơi nhận", one a line. */
  copies: Localised;
  /** Whether each letter has the guest's own code to answer by. */
  code: boolean;
  /** Whether guests find their letter on their own page. */
  shared: boolean;
  rev: number;
  effects: Effect[];
}

const texts = { ...localisedText, default: {} };

const formalLetterSchema = new Schema<FormalLetter>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    letterhead: { type: String, enum: letterheads, required: true },
    superior: texts,
    unit: texts,
    number: { type: String, default: '' },
    symbol: { type: String, default: '' },
    place: texts,
    date: { type: String, default: '' },
    purpose: texts,
    closing: texts,
    signer: { type: part({ capacity: texts, position: texts, name: texts }), default: {} },
    copies: texts,
    code: { type: Boolean, default: true },
    shared: { type: Boolean, default: false },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'formal-letters', minimize: false },
);

export const FormalLetters = model('FormalLetter', formalLetterSchema);
