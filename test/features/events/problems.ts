import type { z } from 'zod';
import { fieldProblems } from '../../../server/platform/i18n/zod-messages.ts';

/** What a form says about each field: path → key. */
export function problemsOf(schema: z.ZodType, raw: unknown): Record<string, string> {
  const result = schema.safeParse(raw);
  if (result.success) return {};
  return Object.fromEntries(fieldProblems(result.error).map(({ path, key }) => [path, key]));
}

/** Why it was refused. A promise that keeps its word fails the test. */
export async function rejection(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => error,
  );
}
