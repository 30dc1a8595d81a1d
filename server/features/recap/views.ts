import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { OtherVersionModel } from '../../platform/http/other-version.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const LocalisedFields = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const FieldError = z.object({ href: z.string(), text: z.string() });
const Hidden = z.object({ name: z.string(), value: z.string() });

/** A figure with its bar: `share` of the plan in percent of the bar's width, `goal` where the plan stands. */
const FigureLine = z.object({
  label: z.string(),
  amount: z.string(),
  sentence: z.string(),
  plan: z.string(),
  bar: z.object({ width: z.number(), goal: z.number() }).nullable(),
});

export const FiguresModel = z.object({
  canEdit: z.boolean(),
  edit: z.string(),
  isEmpty: z.boolean(),
  figures: z.array(FigureLine),
  tasks: z.array(z.string()),
  documents: z.array(z.object({ title: z.string(), open: z.boolean() })),
  delegations: z.array(z.object({ side: z.string(), names: z.string() })),
});

const Row = {
  place: z.number(),
  heading: z.string(),
  drop: z.string(),
  up: z.string().nullable(),
  id: Hidden,
};

export const FiguresFormModel = z.object({
  otherVersion: OtherVersionModel,
  action: z.string(),
  back: z.string(),
  rev: z.string(),
  errors: z.array(FieldError),
  figures: z.array(
    z.object({
      ...Row,
      label: LocalisedFields,
      value: FieldModel,
      unit: LocalisedFields,
      plan: FieldModel,
      qualifier: FieldModel,
      qualifiers: z.array(Option),
      estimate: FieldModel,
    }),
  ),
  tasks: z.array(z.object({ ...Row, text: LocalisedFields })),
  documents: z.array(
    z.object({ ...Row, kind: FieldModel, title: LocalisedFields, commentsOpen: FieldModel }),
  ),
  delegations: z.array(z.object({ ...Row, side: FieldModel, sides: z.array(Option), name: LocalisedFields })),
});

const OtherText = z.object({ language: z.string(), lang: z.string(), text: z.array(z.string()) });

export const RecapFormModel = z.object({
  action: z.string(),
  draft: z.string(),
  publish: z.string(),
  unpublish: z.string().nullable(),
  preview: z.string(),
  publicPage: z.string().nullable(),
  rev: z.string(),
  drafted: z.string(),
  notice: z.string(),
  published: z.string(),
  isEmpty: z.boolean(),
  errors: z.array(FieldError),
  fields: z.object({
    headline: LocalisedFields,
    lead: LocalisedFields,
    body: LocalisedFields,
    creditsText: FieldModel,
    creditsPhotos: FieldModel,
    publishedOn: FieldModel,
  }),
  photos: z.array(z.object({ ...Row, caption: LocalisedFields, credit: FieldModel })),
  /** Another version of the text, to compare and to copy from. */
  other: z.object({ title: z.string(), texts: z.array(OtherText) }).nullable(),
});

export const ArticleModel = z.object({
  back: z.string(),
  isPreview: z.boolean(),
  lang: z.string(),
  headline: z.string(),
  publishedOn: z.string(),
  lead: z.array(z.string()),
  paragraphs: z.array(z.string()),
  figures: z.array(FigureLine),
  honours: z.array(z.object({ title: z.string(), recipients: z.array(z.string()) })),
  photos: z.array(z.object({ caption: z.string(), credit: z.string() })),
  textBy: z.string(),
  photosBy: z.string(),
});

export const views = defineViews({
  'recap/figures': FiguresModel,
  'recap/figures-form': FiguresFormModel,
  'recap/form': RecapFormModel,
  'recap/article': ArticleModel,
});
