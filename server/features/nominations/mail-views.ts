import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const NominationMail = z.object({
  title: z.string(),
  greeting: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  people: z.array(z.string()),
  link: z.string(),
  button: z.string(),
  note: z.string(),
});

export const views = defineViews({ 'mails/nomination': NominationMail });
