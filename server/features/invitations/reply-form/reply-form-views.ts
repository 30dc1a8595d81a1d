import { z } from 'zod';
import { FieldModel } from '../../../platform/http/form-fields.ts';
import { defineViews } from '../../../platform/views/view-set.ts';
import { DetailsModel } from './details-views.ts';

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });

const QuestionRow = z.object({
  heading: z.string(),
  answered: z.string(),
  id: FieldModel,
  kind: FieldModel,
  kinds: z.array(Option),
  label: Localised,
  hint: Localised,
  required: FieldModel,
  options: Localised,
  hasOptions: z.boolean(),
  categories: z.array(Option),
  categoriesName: z.string(),
  up: z.string(),
  drop: z.string(),
});

/** What the guest's page will ask, drawn while it is being written. */
export const SketchModel = z.object({ details: DetailsModel.nullable() });

export const ReplyFormModel = z.object({
  action: z.string(),
  preview: z.string(),
  back: z.string(),
  answers: z.string(),
  rev: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  fields: z.object({
    companions: FieldModel,
    dietary: FieldModel,
    access: FieldModel,
    transport: FieldModel,
    photo: FieldModel,
    consent: Localised,
    substitutes: FieldModel,
  }),
  companions: z.array(Option),
  substitutes: z.array(Option),
  questions: z.array(QuestionRow),
  kept: z.array(z.object({ id: z.string(), label: z.string() })),
  sketch: SketchModel,
});

export const views = defineViews({
  'invitations/reply-form': ReplyFormModel,
  'invitations/_sketch': SketchModel,
});
