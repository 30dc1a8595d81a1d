import { z } from 'zod';
import { limits } from '../../../../contract/limits.ts';
import { isMailAddress } from '../../../platform/mail-address.ts';

/** One line or paragraph as it is typed; '' when there is none. */
export function words(longest: number) {
  return text(longest).default('');
}

/** A text in up to three languages; {} when there is none. */
export function localised(longest: number) {
  const one = text(longest).min(1).exactOptional();
  return z.strictObject({ vi: one, en: one, ru: one }).default({});
}

/** The readable name by which other parts of the file point to something. */
export const ref = z
  .string()
  .max(limits.code)
  .regex(/^[A-Za-z0-9][\w.:-]*$/);

/** A pointer, or a name that may be left out; '' is none. */
export const optionalRef = z.union([z.literal(''), ref]).default('');

export const day = z.iso.date();
export const time = z.union([z.literal(''), z.iso.time({ precision: -1 })]).default('');

/** A moment with its offset; kept in UTC, to the millisecond. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
export const optionalInstant = instant.nullable().default(null);

export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.email)
  .refine((text) => text === '' || isMailAddress(text), { error: 'errors.email' })
  .default('');

// Vietnamese typed on a Mac and on Windows differs in bytes: composed letters are the one form kept.
function text(longest: number) {
  return z.string().normalize('NFC').trim().max(longest);
}
