import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

export const cloneViews = defineViews({
  'exchange/clone': z.object({
    lead: z.string(),
    action: z.string(),
    back: z.string(),
    id: z.string(),
    errors: z.array(z.object({ href: z.string(), text: z.string() })),
    title: z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel }),
    parts: z.array(z.object({ field: FieldModel, label: z.string(), hint: z.string() })),
  }),
});
