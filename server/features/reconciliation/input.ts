import { z } from 'zod';
import { doubleDecisions, revokedDecisions, strayDecisions } from '../../../contract/attendance/decisions.ts';
import { limits } from '../../../contract/limits.ts';

const guest = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .or(z.literal(''))
  .default('');

const said = {
  /** Of the form. */
  id: z.uuid(),
  /** The decision the page showed; '' for none. */
  seen: z.string().max(limits.code).default(''),
  note: z.string().trim().max(limits.line).default(''),
  /** Who it was instead: chosen among those found, or what was typed to find them. */
  guest,
  q: z.string().trim().max(limits.search).default(''),
};

export const DoubleInput = z.object({
  ...said,
  checkIn: z.string().max(2 * limits.code),
  about: z.string().max(limits.code),
  kind: z.enum([...new Set([...doubleDecisions, ...revokedDecisions])], 'errors.required'),
  who: z.string().trim().max(limits.name).default(''),
});
export type DoubleInput = z.infer<typeof DoubleInput>;

export const StrayInput = z.object({
  ...said,
  stray: z.string().max(2 * limits.code),
  kind: z.enum(strayDecisions, 'errors.required'),
});
export type StrayInput = z.infer<typeof StrayInput>;
