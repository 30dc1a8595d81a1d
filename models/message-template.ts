import { Schema, model, type Types } from 'mongoose';
import { type LetterKind, letterKinds } from '../contract/letters.ts';
import type { LetterText } from './event.ts';
import { type Effect, effectsField } from './fields/effects.ts';

export type LetterTexts = Record<'vi' | 'en' | 'ru', LetterText>;

/**
 * An event's own text of one kind of letter. While there is none, the usual text holds. The invitation has its place
 * in the event itself, where the exchange format expects it.
 */
export interface MessageTemplate {
  /** `<event>:<kind>`. */
  _id: string;
  event: Types.ObjectId;
  kind: LetterKind;
  texts: LetterTexts;
  rev: number;
  createdAt: Date;
  updatedAt: Date;
  effects: Effect[];
}

const line = { type: String, default: '' };
const text = { type: { subject: line, body: line }, _id: false, default: {} };

const messageTemplateSchema = new Schema<MessageTemplate>(
  {
    _id: { type: String, required: true },
    event: { type: Schema.Types.ObjectId, required: true },
    kind: { type: String, enum: letterKinds, required: true },
    texts: { type: { vi: text, en: text, ru: text }, _id: false, default: {} },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'message-templates', minimize: false },
);
messageTemplateSchema.index({ event: 1, kind: 1 }, { unique: true });

export const MessageTemplates = model('MessageTemplate', messageTemplateSchema);
