import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Line = z.object({
  id: z.string(),
  name: z.string(),
  office: z.string(),
  href: z.string(),
  openLabel: z.string(),
  /** The person who shall come. */
  person: z.string(),
  position: z.string(),
  reach: z.string(),
  isUnreachable: z.boolean(),
  note: z.string(),
  by: z.string(),
  at: z.date(),
  decided: z.string(),
  reason: z.string(),
  approve: z.string(),
  refuse: z.string(),
  undo: z.string(),
});

export const SubstitutesModel = z.object({
  source: z.string(),
  lead: z.string(),
  isEmpty: z.boolean(),
  waiting: z.array(Line),
  approved: z.array(Line),
  refused: z.array(Line),
  came: z.array(Line),
});

export const views = defineViews({
  'substitutes/index': SubstitutesModel,
  'substitutes/_list': SubstitutesModel,
});
