import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import type { Localised } from '../../../contract/localised.ts';
import { figureQualifiers, sides } from '../../../contract/states.ts';
import {
  localisedField,
  requiredLocalisedField,
  revField,
  rowsField,
  textField,
} from '../../platform/http/fields.ts';

const MOST_ROWS = 100;
const id = textField(limits.code);
const isEmpty = (text: object): boolean => Object.keys(text).length === 0;
const numberField = z.preprocess((value) => (value === '' ? null : value), z.coerce.number().nullable());
const optionalNumber = z.union([z.null(), z.undefined().transform(() => null), numberField]);

const FigureInput = z
  .object({
    id,
    label: localisedField(limits.title),
    value: optionalNumber,
    unit: localisedField(limits.code),
    plan: optionalNumber,
    qualifier: z.union([z.literal(''), z.enum(figureQualifiers)]).default(''),
    estimate: z.stringbool().default(false),
  })
  .transform(({ value, ...row }, context) => {
    if (value === null && row.plan === null && isEmpty(row.label)) return null;
    if (isEmpty(row.label))
      context.addIssue({ code: 'custom', message: 'errors.text-needed', path: ['label', 'vi'] });
    if (value === null) context.addIssue({ code: 'custom', message: 'errors.number', path: ['value'] });
    return { ...row, value: value ?? 0 };
  });

const DocumentInput = z
  .object({
    id,
    kind: textField(limits.code),
    title: localisedField(limits.title),
    commentsOpen: z.stringbool().default(false),
  })
  .transform((row) => (isEmpty(row.title) ? null : row));

const DelegationInput = z
  .object({ id, side: z.enum(sides).default('guest'), name: localisedField(limits.title) })
  .transform((row) => (isEmpty(row.name) ? null : row));

const TaskInput = z
  .object({ text: localisedField(limits.text) })
  .transform(({ text }) => (isEmpty(text) ? null : text));

export const ReportInput = z.object({
  rev: revField,
  figures: rowsField(FigureInput, MOST_ROWS),
  tasks: rowsField(TaskInput, MOST_ROWS),
  documents: rowsField(DocumentInput, MOST_ROWS),
  delegations: rowsField(DelegationInput, MOST_ROWS),
});
export type ReportInput = z.infer<typeof ReportInput>;

/** One name a line, as credits are typed. */
const namesField = textField(limits.text).transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, limits.name))
    .filter((line) => line !== ''),
);

const PhotoInput = z
  .object({ id, caption: localisedField(limits.text), credit: textField(limits.line) })
  .transform((row) => (isEmpty(row.caption) && row.credit === '' ? null : row));

/** Browsers send lines that end in two characters. */
function withPlainLines(text: Localised): Localised {
  const entries = Object.entries(text).map(([locale, words]) => [locale, words.replaceAll('\r\n', '\n')]);
  return Object.fromEntries(entries) as Localised;
}

export const RecapInput = z.object({
  rev: revField,
  headline: localisedField(limits.title),
  lead: localisedField(limits.text).transform(withPlainLines),
  body: localisedField(limits.longText).transform(withPlainLines),
  photos: rowsField(PhotoInput, MOST_ROWS),
  creditsText: namesField,
  creditsPhotos: namesField,
  /** Set when the text in the form was drafted from the facts just now. */
  drafted: z.stringbool().default(false),
});
export type RecapInput = z.infer<typeof RecapInput>;

/** What is published needs a headline and a text, and the day under which it stands. */
export const PublishInput = RecapInput.extend({
  headline: requiredLocalisedField(limits.title),
  body: requiredLocalisedField(limits.longText).transform(withPlainLines),
  publishedOn: z.iso.date('errors.date'),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const UnpublishInput = z.object({ rev: revField });
