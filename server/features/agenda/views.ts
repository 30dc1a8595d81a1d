import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });
const FieldError = z.object({ href: z.string(), text: z.string() });
const LocalisedFields = z.object({ vi: FieldModel, en: FieldModel, ru: FieldModel });

const Line = z.object({
  id: z.string(),
  time: z.string(),
  pinned: z.boolean(),
  slack: z.string(),
  slackTone: z.string(),
  kind: z.string(),
  title: z.string(),
  about: z.string(),
  speakers: z.array(z.object({ text: z.string(), present: z.boolean() })),
  minutes: z.string(),
  running: z.boolean(),
  edit: z.string(),
  move: z.string(),
  /** The item it stands behind in the stored order. */
  behind: z.string(),
  earlier: z.object({ before: z.string(), session: z.string() }).nullable(),
  later: z.object({ before: z.string(), session: z.string() }).nullable(),
});

const Part = z.object({
  id: z.string(),
  title: z.string(),
  when: z.string(),
  total: z.string(),
  lines: z.array(Line),
});

export const AgendaModel = z.object({
  canEdit: z.boolean(),
  source: z.string(),
  add: z.string(),
  print: z.string(),
  lead: z.string(),
  isEmpty: z.boolean(),
  parts: z.array(Part),
});

export const ProgrammeModel = z.object({
  title: z.string(),
  motto: z.string(),
  host: z.string(),
  when: z.string(),
  where: z.string(),
  back: z.string(),
  isEmpty: z.boolean(),
  parts: z.array(Part),
});

export const ItemFormModel = z.object({
  title: z.string(),
  action: z.string(),
  back: z.string(),
  /** The id a new item will have; empty for one that is there. */
  id: z.string(),
  /** The version of the item that is shown, by which a change of somebody else is noticed. */
  seen: z.string(),
  conflict: z.array(z.object({ label: z.string(), theirs: z.string(), yours: z.string() })),
  errors: z.array(FieldError),
  fields: z.object({
    kind: FieldModel,
    title: LocalisedFields,
    about: LocalisedFields,
    by: LocalisedFields,
    minutes: FieldModel,
    pinnedStart: FieldModel,
    session: FieldModel,
    script: FieldModel,
  }),
  kinds: z.array(Option),
  sessions: z.array(Option),
  speakers: z.array(Option),
  speakersError: z.string(),
  remove: z.string().nullable(),
});

export const views = defineViews({
  'agenda/index': AgendaModel,
  'agenda/_parts': AgendaModel,
  'agenda/form': ItemFormModel,
  'agenda/programme': ProgrammeModel,
  'agenda/public': ProgrammeModel.extend({ subscribe: z.string() }),
});
