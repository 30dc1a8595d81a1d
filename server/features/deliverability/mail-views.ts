import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const views = defineViews({
  'mails/trial': z.object({ title: z.string(), text: z.string() }),
});
