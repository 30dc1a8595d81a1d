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
  kind: z.enum(letterKinds).catch('invitation'),
  who: z.enum(['', ...selectionKinds]).catch(''),
  category: textField(limits.code),
  delegation: textField(limits.title),
  wave: z.union([z.literal(''), objectIdField]).catch(''),
  answered: z.enum(['', 'yes', 'no']).catch(''),
  guests: chosen,
  channel: z.enum(waveChannels).catch('mail'),
});
export type AddressingInput = z.output<typeof AddressingInput>;

const MomentFields = z.object({
  how: z.enum(momentKinds).catch('now'),
  /** As clocks in the event's zone show it: 2027-01-15T08:30. */
  at: z
    .union([z.literal(''), z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'errors.date')])
    .default(''),
  amount: z.coerce.number().int().min(0).max(400).catch(0),
  unit: z.enum(momentUnits).catch('days'),
  of: z.enum(momentAnchors).catch('start'),
});

/** The same as an address carries it to the review. */
export const ReviewQuery = AddressingInput.extend(MomentFields.shape).extend({ at: textField(limits.code) });
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

export const ExceptionsQuery = AddressingInput.extend({
  why: textField(limits.code),
  after: z.string().max(2000).default(''),
});

export type ExceptionsQuery = z.output<typeof ExceptionsQuery>;

export const ChosenInput = z.object({ guests: chosen });

export const GuestSearch = z.object({ q: textField(limits.search) });
