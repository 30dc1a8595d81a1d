import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const ReplyMail = z.object({
  title: z.string(),
  greeting: z.string(),
  text: z.string(),
  href: z.string(),
  button: z.string(),
  note: z.string(),
});

export const views = defineViews({ 'mails/reply': ReplyMail });
