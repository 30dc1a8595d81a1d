import { Schema } from 'mongoose';
import { part } from './part.ts';

export interface Companion {
  name: string;
  position: string;
}

/** What was said to one of the organisers' own questions: a text, or the ids of the chosen options. */
export interface QuestionAnswer {
  id: string;
  value: string[];
}

/** What a guest said beside yes and no. */
export interface AnswerDetails {
  companions: Companion[];
  dietary: string;
  access: string;
  transport: string;
  /** Consent to be photographed; null when nothing was said, which is no consent. */
  photo: 'yes' | 'no' | null;
  /** The version of the text that was agreed to or not. */
  photoVersion?: number;
  questions: QuestionAnswer[];
}

const line = { type: String, default: '' };

export const answerDetailsField = new Schema<AnswerDetails>(
  {
    companions: { type: [part({ name: line, position: line })], default: [] },
    dietary: line,
    access: line,
    transport: line,
    photo: { type: String, enum: ['yes', 'no', null], default: null },
    photoVersion: Number,
    questions: { type: [part({ id: String, value: [String] })], default: [] },
  },
  { _id: false, minimize: false },
);
