import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const SubstituteMail = z.object({
  title: z.string(),
  greeting: z.string(),
  paragraphs: z.array(z.string()),
  pass: z.object({ cid: z.string(), code: z.string() }).nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  link: z.string(),
  button: z.string(),
});

export const views = defineViews({ 'mails/substitute': SubstituteMail });
