import { z } from 'zod';
import {
  letterKinds,
  momentAnchors,
  momentKinds,
  momentUnits,
  selectionKinds,
  waveChannels,
} from '../../../contract/letters.ts';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { listField, objectIdField, textField } from '../../platform/http/fields.ts';

const LetterFields = z
  .object({ subject: textField(limits.title), body: textField(limits.longText) })
  .prefault({});
const version = z.string().max(limits.code).default('');

export const KindInput = z.enum(letterKinds);

export const TemplateInput = z.object({
  texts: z.object({ vi: LetterFields, en: LetterFields, ru: LetterFields }),
  /** The version of each language that the form was opened on. */
  seen: z.object({ vi: version, en: version, ru: version }).prefault({}),
});
export type TemplateInput = z.output<typeof TemplateInput>;

export const PreviewInput = z.object({
  guest: textField(limits.code),
  q: textField(limits.search),
  language: z.enum(['', ...locales]).catch(''),
  texts: z.object({ vi: LetterFields, en: LetterFields, ru: LetterFields }).partial().optional(),
});
export type PreviewInput = z.output<typeof PreviewInput>;

/** Several values, or one with commas. */
const chosen = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  listField(objectIdField, limits.guestsPerRequest),
);

/** What to whom; `who` is left out where the kind of letter says it. */
export const AddressingInput = z.object({
  kind: z.enum(letterKinds),
  who: z.enum(['', ...selectionKinds]).default(''),
  category: textField(limits.code),
  delegation: textField(limits.title),
  wave: z.union([z.literal(''), objectIdField]).default(''),
  answered: z.enum(['', 'yes', 'no']).default(''),
  guests: chosen,
  channel: z.enum(waveChannels).default('mail'),
});
export type AddressingInput = z.output<typeof AddressingInput>;

const MomentFields = z.object({
  how: z.enum(momentKinds).default('now'),
  /** As clocks in the event's zone show it: 2027-01-15T08:30. */
  at: z.union([z.literal(''), z.string().refine(isMoment, 'errors.date')]).default(''),
  amount: z.coerce.number().int().min(0).max(400).default(0),
  unit: z.enum(momentUnits).default('days'),
  of: z.enum(momentAnchors).default('start'),
});

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/**
 * The same as an address carries it to the page that reviews it: what cannot be read there is what is usual, because
 * somebody looks at it before anything is sent.
 */
const AddressingQuery = z.object({
  ...AddressingInput.shape,
  kind: AddressingInput.shape.kind.catch('invitation'),
  who: AddressingInput.shape.who.catch(''),
  wave: AddressingInput.shape.wave.catch(''),
  answered: AddressingInput.shape.answered.catch(''),
  channel: AddressingInput.shape.channel.catch('mail'),
  /** In place of guests too many to be named in an address. */
  chosen: textField(limits.code),
});
export const ReviewQuery = AddressingQuery.extend({
  how: MomentFields.shape.how.catch('now'),
  at: textField(limits.code),
  // Nothing chosen yet: a day is usual, and each kind of letter has its usual date.
  amount: z.coerce.number().int().min(0).max(400).catch(1),
  unit: MomentFields.shape.unit.catch('days'),
  of: z.enum(['', ...momentAnchors]).catch(''),
});
export type ReviewQuery = z.output<typeof ReviewQuery>;

export const WaveInput = AddressingInput.extend({
  ...MomentFields.shape,
  /** Made with the form: sent twice it is still one wave. */
  form: objectIdField,
  /** How many the review named. */
  expected: z.coerce.number().int().min(0),
  confirmation: textField(limits.code),
}).refine(({ how, at }) => how !== 'at' || at !== '', { error: 'errors.required', path: ['at'] });
export type WaveInput = z.output<typeof WaveInput>;

/** Programs review what they are going to order: nothing is guessed, and a field that nobody knows is a mistake. */
export const AddressingBody = z.strictObject(AddressingInput.shape);

/** For programs the number seen is the deliberate gesture; the same `form` sent again is the same wave. */
export const PlanBody = z.strictObject({
  ...AddressingInput.shape,
  ...MomentFields.shape,
  amount: z.int().min(0).max(400).default(0),
  form: objectIdField.optional(),
  expected: z.int().min(0),
});

export const ExceptionsQuery = AddressingQuery.extend({
  why: textField(limits.code),
  after: z.string().max(2000).default(''),
});

export type ExceptionsQuery = z.output<typeof ExceptionsQuery>;

export const ChosenInput = z.object({ guests: chosen });

export const GuestSearch = z.object({ q: textField(limits.search) });
