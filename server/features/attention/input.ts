import { z } from 'zod';
import { concernKinds } from '../../../contract/attention.ts';
import { limits } from '../../../contract/limits.ts';

/** Which row is put off, as it was when somebody looked at it. */
export const PutOffInput = z.object({
  kind: z.enum(concernKinds),
  key: z.string().min(1).max(limits.url),
  mark: z.string().max(limits.longText).default(''),
  /** Show it again instead. */
  again: z.literal('true').or(z.literal('')).catch(''),
});
export type PutOffInput = z.infer<typeof PutOffInput>;
