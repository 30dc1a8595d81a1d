import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

const Row = z.object({
  id: z.string(),
  href: z.string(),
  name: z.string(),
  office: z.string(),
  text: z.string(),
  since: z.date().nullable(),
  sinceText: z.string(),
  /** Who put it off, and when; empty in the list of what waits. */
  putOffText: z.string(),
  act: z.object({
    label: z.string(),
    description: z.string(),
    href: z.string(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })).nullable(),
  }),
  /** What the form beside it says. */
  kind: z.string(),
  key: z.string(),
  mark: z.string(),
  putOffLabel: z.string(),
});

export const ListModel = z.object({
  putOff: z.string(),
  kinds: z.array(z.object({ href: z.string(), label: z.string(), count: z.string(), tone: z.string() })),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      tone: z.string(),
      icon: z.string(),
      count: z.string(),
      place: z.string(),
      more: z.string(),
      rows: z.array(Row),
    }),
  ),
  hidden: z.array(Row),
  hiddenText: z.string(),
});

export const views = defineViews({
  'attention/index': z.object({ source: z.string(), list: ListModel }),
  'attention/_list': ListModel,
});
