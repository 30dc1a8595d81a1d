import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  state: z.string(),
  tone: z.string(),
  until: z.date(),
  seen: z.string(),
  renew: z.string().nullable(),
  revoke: z.string().nullable(),
});

export const Rows = z.object({ source: z.string(), isEmpty: z.boolean(), doors: z.array(Row) });

export const DoorsModel = z.object({
  door: z.string().nullable(),
  canManage: z.boolean(),
  action: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  fields: z.object({ name: FieldModel, profile: FieldModel, until: FieldModel }),
  profiles: z.array(z.object({ value: z.string(), label: z.string() })),
  list: Rows,
});

export const LinkModel = z.object({
  name: z.string(),
  link: z.string(),
  qr: z.string(),
  until: z.date(),
  renew: z.string(),
  back: z.string(),
});

export const views = defineViews({
  'doors/index': DoorsModel,
  'doors/_list': Rows,
  'doors/link': LinkModel,
});
