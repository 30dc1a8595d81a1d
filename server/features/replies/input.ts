import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';

export const replyTabs = ['waiting', 'done'] as const;
export type ReplyTab = (typeof replyTabs)[number];

export const RepliesQuery = z.object({
  tab: z.enum(replyTabs).catch('waiting').default('waiting'),
  after: z.string().max(limits.url).catch('').default(''),
});
export type RepliesQuery = z.infer<typeof RepliesQuery>;

/** What can be recorded with one tap; a substitute has a name and needs the form. */
export const AcceptInput = z.object({ kind: z.enum(['attending', 'declined', 'tentative']) });
export type AcceptInput = z.infer<typeof AcceptInput>;
