import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const Localised = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });

export const PaperModel = z.object({
  locale: z.string(),
  letterhead: z.string(),
  boxes: z.string(),
  isOfficial: z.boolean(),
  isAddressed: z.boolean(),
  superior: z.string(),
  unit: z.string(),
  nation: z.string(),
  motto: z.string(),
  mark: z.string(),
  numberLine: z.string(),
  placeAndDate: z.string(),
  heading: z.string(),
  about: z.string(),
  lead: z.string(),
  name: z.string(),
  office: z.string(),
  salutation: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  closing: z.string(),
  signer: z.object({ capacity: z.string(), position: z.string(), name: z.string() }),
  copiesHeading: z.string(),
  copies: z.array(z.string()),
  code: z.object({ image: z.string(), heading: z.string(), text: z.string(), typed: z.string() }).nullable(),
});

const IndexModel = z.object({
  action: z.string(),
  preview: z.string(),
  rev: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  fields: z.object({
    letterhead: FieldModel,
    superior: Localised,
    unit: Localised,
    number: FieldModel,
    symbol: FieldModel,
    place: Localised,
    date: FieldModel,
    purpose: Localised,
    closing: Localised,
    signer: z.object({ capacity: Localised, position: Localised, name: Localised }),
    copies: Localised,
    code: FieldModel,
    shared: FieldModel,
  }),
  letterheads: z.array(Option),
  withCode: z.boolean(),
  isShared: z.boolean(),
  guests: z.array(Option),
  paper: PaperModel.nullable(),
  print: z.object({
    action: z.string(),
    choices: z.array(Option),
    count: z.string(),
    withoutLink: z.string(),
    waves: z.string(),
    boxes: z
      .object({
        own: z.string(),
        guests: z.array(z.object({ href: z.string(), name: z.string(), marks: z.string() })),
        hasMore: z.boolean(),
      })
      .nullable(),
    files: z.array(z.object({ href: z.string(), label: z.string() })),
  }),
});

export const views = defineViews({
  'formal-letters/index': IndexModel,
  'formal-letters/_paper': PaperModel,
});
export type IndexModel = z.input<typeof IndexModel>;
export type PaperModel = z.input<typeof PaperModel>;
