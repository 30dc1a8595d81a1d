import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Facts = z.array(z.object({ label: z.string(), value: z.string() }));

export const AnsweredMail = z.object({
  title: z.string(),
  greeting: z.string(),
  text: z.string(),
  pass: z.object({ cid: z.string(), code: z.string() }).nullable(),
  facts: Facts,
  change: z.string(),
  link: z.string(),
});

export const LinkMail = z.object({
  title: z.string(),
  greeting: z.string(),
  text: z.string(),
  link: z.string(),
});

export const views = defineViews({
  'mails/answered': AnsweredMail,
  'mails/guest-link': LinkMail,
});
