import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { OtherVersionModel } from '../../platform/http/other-version.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const LocalisedFields = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const FieldError = z.object({ href: z.string(), text: z.string() });
const Presence = z.object({ label: z.string(), tone: z.string(), icon: z.string() });
const Move = z.object({ before: z.string() });

const Recipient = z.object({
  style: z.string(),
  citation: z.string(),
  note: z.string(),
  presence: Presence,
  certificate: z.string().nullable(),
  /** Which characters of it the print font lacks. */
  boxes: z.string(),
});

const AwardLine = z.object({
  id: z.string(),
  place: z.number(),
  title: z.string(),
  decision: z.string(),
  announced: z.string(),
  announce: z.string().nullable(),
  toggle: z.string(),
  presenter: z.object({ style: z.string(), presence: Presence }).nullable(),
  recipients: z.array(Recipient),
  edit: z.string(),
  move: z.string(),
  earlier: Move.nullable(),
  later: Move.nullable(),
  certificates: z.array(z.object({ href: z.string(), label: z.string() })),
});

export const AwardsModel = z.object({
  source: z.string(),
  canEdit: z.boolean(),
  add: z.string(),
  lead: z.string(),
  isEmpty: z.boolean(),
  awards: z.array(AwardLine),
});

const RecipientRow = z.object({
  place: z.number(),
  heading: z.string(),
  byName: z.boolean(),
  id: z.object({ name: z.string(), value: z.string() }),
  kind: z.object({ name: z.string(), value: z.string() }),
  guest: z.object({ name: z.string(), value: z.string(), error: z.string() }),
  name: LocalisedFields,
  nameLabel: z.string(),
  citation: LocalisedFields,
  representedBy: FieldModel,
  representatives: z.array(Option),
  drop: z.string(),
  up: z.string().nullable(),
});

export const AwardFormModel = z.object({
  title: z.string(),
  action: z.string(),
  back: z.string(),
  /** The id a new award will have; empty for one that is there. */
  id: z.string(),
  rev: z.string(),
  errors: z.array(FieldError),
  otherVersion: OtherVersionModel,
  fields: z.object({
    title: LocalisedFields,
    decision: z.object({ number: FieldModel, date: FieldModel, authority: LocalisedFields }),
    presenter: FieldModel,
    find: FieldModel,
  }),
  presenters: z.array(Option),
  recipients: z.array(RecipientRow),
  found: z.array(z.object({ label: z.string(), add: z.string() })),
  foundNobody: z.boolean(),
  remove: z.string().nullable(),
});

export const views = defineViews({
  'awards/index': AwardsModel,
  'awards/_list': AwardsModel,
  'awards/form': AwardFormModel,
});
