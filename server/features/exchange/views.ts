import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

export const ImportModel = z.object({
  action: z.string(),
  back: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  /** What is wrong with the file, place by place. */
  problems: z.array(z.object({ path: z.string(), text: z.string() })),
  problemsText: z.string(),
  /** How many there are beyond those shown; empty when all are. */
  moreText: z.string(),
  fields: z.object({ file: FieldModel, text: FieldModel, slug: FieldModel }),
  pasteIsOpen: z.boolean(),
});

export const views = defineViews({ 'exchange/import': ImportModel });
