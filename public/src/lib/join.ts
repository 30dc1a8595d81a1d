import type { Reply } from '../../../contract/live/reply.ts';

export type Joined = 'joined' | 'refused' | 'again';

const FINAL: ReadonlySet<string> = new Set([
  'errors.forbidden',
  'errors.sign-in-needed',
  'errors.no-such-event',
]);

/** What an answer to a request to watch means; no answer at all, and a server in trouble, are asked again. */
export function joinedBy(reply: Reply<unknown> | undefined): Joined {
  if (reply?.ok) return 'joined';
  return reply && FINAL.has(reply.error.code) ? 'refused' : 'again';
}
