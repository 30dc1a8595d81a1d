import { Schema } from 'mongoose';
import type { Localised } from '../../contract/localised.ts';
import { type QuestionKind, questionKinds } from '../../contract/reply-form.ts';
import { localisedText } from './localised-text.ts';
import { part } from './part.ts';

export interface QuestionOption {
  id: string;
  label: Localised;
  /** Taken off the form; kept because somebody chose it. */
  removed?: boolean;
}

export interface Question {
  id: string;
  kind: QuestionKind;
  label: Localised;
  hint: Localised;
  required: boolean;
  /** Categories that are asked; nobody named is everybody. */
  categories: string[];
  options: QuestionOption[];
  /** Taken off the form; kept with the answers that were given. */
  removed?: boolean;
}

/** A wording of the consent to photographs. Guests agreed to the one of their day, so none is overwritten. */
export interface ConsentText {
  version: number;
  text: Localised;
}

/** What an event asks of those who answer. */
export interface ReplyForm {
  /** How many a guest may bring along at most. */
  companions: number;
  dietary: boolean;
  access: boolean;
  transport: boolean;
  photo: boolean;
  /** The wordings so far, the one in force last. */
  consents: ConsentText[];
  questions: Question[];
  /** Whether a substitute comes in at once, or when an organiser has approved. */
  substitutes: 'review' | 'automatic';
}

const yes = { type: Boolean, default: false };
const option = part({ id: String, label: localisedText, removed: Boolean });
const question = part({
  id: String,
  kind: { type: String, enum: questionKinds },
  label: localisedText,
  hint: { ...localisedText, default: {} },
  required: yes,
  categories: [String],
  options: { type: [option], default: [] },
  removed: Boolean,
});

export const replyFormField = new Schema<ReplyForm>(
  {
    companions: { type: Number, default: 0 },
    dietary: yes,
    access: yes,
    transport: yes,
    photo: yes,
    consents: { type: [part({ version: Number, text: localisedText })], default: [] },
    questions: { type: [question], default: [] },
    substitutes: { type: String, enum: ['review', 'automatic'], default: 'review' },
  },
  { _id: false, minimize: false },
);
