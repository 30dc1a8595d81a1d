import { z } from 'zod';
import { defineViews } from '../../../platform/views/view-set.ts';
import { SaidModel } from './details-views.ts';

export const AnswersModel = z.object({
  edit: z.string(),
  csv: z.string(),
  xlsx: z.string(),
  isEmpty: z.boolean(),
  groups: z.array(
    z.object({
      label: z.string(),
      total: z.string(),
      rows: z.array(z.object({ label: z.string(), count: z.string() })),
    }),
  ),
  people: z.array(z.object({ href: z.string(), name: z.string(), office: z.string(), said: SaidModel })),
  more: z.string(),
});

export const views = defineViews({ 'invitations/answers': AnswersModel });
