import { z } from 'zod';
import { quorumRules } from '../../../contract/attendance/quorum.ts';
import { limits } from '../../../contract/limits.ts';
import { listField, objectIdField, textField } from '../../platform/http/fields.ts';

const MOST_PEOPLE = 100_000;

export const FreezeInput = z.object({
  id: objectIdField,
  /** By the clock of the event; empty for now. */
  at: z.union([z.literal(''), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'errors.date')]).default(''),
  note: textField(limits.line),
});
export type FreezeInput = z.infer<typeof FreezeInput>;

export const QuorumInput = z
  .object({
    rule: z.enum(quorumRules, 'errors.required'),
    value: z.union([z.literal('').transform(() => 0), z.coerce.number('errors.number')]).default(0),
    of: listField(z.string().max(limits.code), 100),
  })
  .refine(({ rule, value }) => rule !== 'share' || (value >= 1 && value <= 100), {
    error: 'statements.quorum-percent',
    path: ['value'],
  })
  .refine(
    ({ rule, value }) => rule !== 'number' || (Number.isInteger(value) && value >= 1 && value <= MOST_PEOPLE),
    { error: 'statements.quorum-number', path: ['value'] },
  );
export type QuorumInput = z.infer<typeof QuorumInput>;
