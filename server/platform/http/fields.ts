import { z } from 'zod';
import type { Localised } from '../../../contract/localised.ts';
import { rowsOf } from './form-rows.ts';

/** The kinds of field that forms and the API share. */

/** One line or text; absent counts as empty. */
export const textField = (max: number) => z.string().trim().max(max).default('');

/** A text in up to three languages; languages left empty are absent. */
export const localisedField = (max: number) =>
  z
    .object({ vi: textField(max), en: textField(max), ru: textField(max) })
    .partial()
    .default({})
    .transform(filled);

/** The same where at least one language is needed. */
export const requiredLocalisedField = (max: number) =>
  localisedField(max).refine((text) => Object.keys(text).length > 0, {
    error: 'errors.required',
    path: ['vi'],
  });

export const objectIdField = z.string().regex(/^[0-9a-f]{24}$/, 'errors.choice');

/** A checkbox, a multiple select or an array: absent, one or many. */
export const listField = <S extends z.ZodType>(item: S, max: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(item).max(max),
  );

/** A list of rows in a form; rows that their schema reads as null were left empty and are dropped. */
export const rowsField = <S extends z.ZodType>(row: S, max: number) =>
  z
    .preprocess((value) => rowsOf(value), z.array(row).max(max))
    .transform((rows) => rows.filter((each) => each !== null));

/** HH:MM, or empty while not known. */
export const timeField = z
  .union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'errors.time')])
  .default('');

/** YYYY-MM-DD, or empty while not known. */
export const dayField = z.union([z.literal(''), z.iso.date('errors.date')]).default('');

export const revField = z.coerce.number().int().min(0);

function filled(text: {
  vi?: string | undefined;
  en?: string | undefined;
  ru?: string | undefined;
}): Localised {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value));
}
