import type { z } from 'zod';
import { Invalid } from '../errors.ts';
import { fieldProblems } from '../i18n/zod-messages.ts';

/** Reads a body, a query, a job or a socket payload. What comes out has the schema's type; a mismatch throws Invalid. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw ?? {});
  if (!result.success) throw new Invalid(fieldProblems(result.error));
  return result.data;
}
