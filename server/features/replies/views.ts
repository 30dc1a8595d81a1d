import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const ReplyCard = z.object({
  id: z.string(),
  name: z.string(),
  guest: z.string(),
  standing: z.string(),
  tone: z.string(),
  from: z.string(),
  isElsewhere: z.boolean(),
  invited: z.string(),
  at: z.date(),
  subject: z.string(),
  reason: z.string(),
  isForgotten: z.boolean(),
  written: z.string(),
  quoted: z.string(),
  readAs: z.string(),
  decidedBy: z.string(),
  accept: z.string(),
  proposal: z.object({ kind: z.string(), label: z.string() }).nullable(),
  others: z.array(z.object({ kind: z.string(), label: z.string() })),
  record: z.string(),
  link: z.string(),
  dismiss: z.string(),
});

export const RepliesModel = z.object({
  source: z.string(),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() })),
  isWaiting: z.boolean(),
  replies: z.array(ReplyCard),
  previous: z.string(),
  next: z.string(),
});

export const views = defineViews({
  'replies/index': RepliesModel,
  'replies/_list': RepliesModel,
});
