import { z } from 'zod';
import { letterheads } from '../../../contract/formal-letter.ts';
import { limits } from '../../../contract/limits.ts';
import { dayField, localisedField, revField, textField } from '../../platform/http/fields.ts';

const tick = z
  .union([z.literal('true'), z.literal('')])
  .default('')
  .transform(Boolean);

export const FormalLetterInput = z.object({
  letterhead: z.enum(letterheads, { error: 'errors.choice' }),
  superior: localisedField(limits.title),
  unit: localisedField(limits.title),
  number: textField(20),
  symbol: textField(40),
  place: localisedField(limits.name),
  date: dayField,
  purpose: localisedField(limits.text),
  closing: localisedField(limits.title),
  signer: z
    .object({
      capacity: localisedField(limits.name),
      position: localisedField(limits.name),
      name: localisedField(limits.name),
    })
    .prefault({}),
  copies: localisedField(limits.text),
  code: tick,
  shared: tick,
  rev: revField,
});
export type FormalLetterInput = z.output<typeof FormalLetterInput>;

/** Whom to write to: "all", a standing, those without an address, "category:…" or "wave:…". */
const who = z
  .string()
  .regex(/^(all|no-email|not-invited|no-answer|attending|category:.{1,200}|wave:[0-9a-f]{24})$/)
  .catch('all');

export const PageQuery = z.object({ who });

export const PrintQuery = z.object({ who, part: z.coerce.number().int().min(1).max(1000).catch(1) });

export const PreviewInput = FormalLetterInput.extend({ guest: z.string().max(24).catch('') });
