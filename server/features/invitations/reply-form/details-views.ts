import { z } from 'zod';
import { FieldModel } from '../../../platform/http/form-fields.ts';

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });

/** The questions of a reply form as a template places them. */
export const DetailsModel = z.object({
  companions: z.array(z.object({ label: z.string(), name: FieldModel, position: FieldModel })),
  companionsLegend: z.string(),
  dietary: FieldModel.nullable(),
  access: FieldModel.nullable(),
  transport: FieldModel.nullable(),
  photo: z.object({ field: FieldModel, text: z.string(), options: z.array(Option) }).nullable(),
  questions: z.array(
    z.object({
      field: FieldModel,
      label: z.string(),
      hint: z.string(),
      required: z.boolean(),
      kind: z.string(),
      isLong: z.boolean(),
      isChoice: z.boolean(),
      isSeveral: z.boolean(),
      options: z.array(Option),
    }),
  ),
});

/** What was said to them, as a list to read. */
export const SaidModel = z.array(z.object({ label: z.string(), value: z.string() }));
