import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Option = z.object({ value: z.string(), label: z.string() });

export const Row = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  state: z.string(),
  tone: z.string(),
  until: z.date(),
  told: z.array(z.string()),
  warnings: z.array(z.object({ text: z.string(), tone: z.string() })),
  renew: z.string().nullable(),
  revoke: z.string().nullable(),
  changeProfile: z.string().nullable(),
  profiles: z.array(Option.extend({ selected: z.boolean() })),
});

export const Rows = z.object({ source: z.string(), isEmpty: z.boolean(), doors: z.array(Row) });

export const DoorsModel = z.object({
  door: z.string().nullable(),
  canManage: z.boolean(),
  action: z.string(),
  queue: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  fields: z.object({ name: FieldModel, profile: FieldModel, until: FieldModel }),
  profiles: z.array(Option.extend({ hint: z.string() })),
  list: Rows,
});

/** A device that waits for its code to be read. */
export const Waiting = z.object({
  source: z.string(),
  isSetUp: z.boolean(),
  isLate: z.boolean(),
  until: z.date(),
  ends: z.number(),
  renew: z.string(),
});

export const LinkModel = z.object({
  name: z.string(),
  link: z.string(),
  qr: z.string(),
  waiting: Waiting,
  back: z.string(),
});

export const views = defineViews({
  'doors/index': DoorsModel,
  'doors/_list': Rows,
  'doors/link': LinkModel,
  'doors/_waiting': Waiting,
});
