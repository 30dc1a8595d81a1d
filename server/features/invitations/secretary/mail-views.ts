import { z } from 'zod';
import { defineViews } from '../../../platform/views/view-set.ts';

export const SecretaryMail = z.object({
  title: z.string(),
  greeting: z.string(),
  text: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  link: z.string(),
});

export const views = defineViews({ 'mails/secretary': SecretaryMail });
