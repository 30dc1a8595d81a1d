import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const views = defineViews({
  'audit/index': z.object({
    action: z.string(),
    areas: z.array(z.object({ value: z.string(), label: z.string() })),
    area: z.string(),
    subject: z.string(),
    everything: z.string(),
    newest: z.string(),
    older: z.string(),
    days: z.array(
      z.object({
        day: z.string(),
        entries: z.array(z.object({ at: z.date(), time: z.string(), actor: z.string(), text: z.string() })),
      }),
    ),
  }),
});
