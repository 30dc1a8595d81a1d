import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { mailStates } from '../../../contract/states.ts';

export const MailQuery = z.object({
  state: z.enum(mailStates).nullable().catch(null).default(null),
  after: z.string().max(limits.url).catch('').default(''),
});
export type MailQuery = z.infer<typeof MailQuery>;

/** Where a page of the outbox begins, as it stands in an address. */
export function writeCursor({ queuedAt, id }: { queuedAt: Date; id: string }): string {
  return `${queuedAt.getTime().toString(36)}.${id}`;
}

/** Null when the text is not one of ours: the list then starts at its beginning. */
export function readCursor(text: string): { queuedAt: Date; id: string } | null {
  const [, at = '', id = ''] = /^([0-9a-z]{1,11})\.(.+)$/.exec(text) ?? [];
  return id === '' ? null : { queuedAt: new Date(Number.parseInt(at, 36)), id };
}

export const LiftInput = z.object({ id: z.string().min(1).max(200) });
