import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const LetterMail = z.object({
  title: z.string(),
  motto: z.string(),
  note: z.string(),
  paragraphs: z.array(z.array(z.string())),
  pass: z.object({ cid: z.string(), code: z.string() }).nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  signature: z.object({ name: z.string(), position: z.string() }).nullable(),
  accept: z.string(),
  decline: z.string(),
  open: z.string(),
  link: z.string(),
});

export const views = defineViews({ 'mails/letter': LetterMail });
