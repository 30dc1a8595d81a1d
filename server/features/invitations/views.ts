import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });

const AnswerLine = z.object({
  href: z.string(),
  name: z.string(),
  office: z.string(),
  standing: z.string(),
  tone: z.string(),
  channel: z.string(),
  note: z.string(),
  substitute: z.string(),
  at: z.date(),
});

export const BoardModel = z.object({
  source: z.string(),
  canSend: z.boolean(),
  canEdit: z.boolean(),
  isDraft: z.boolean(),
  isEmpty: z.boolean(),
  send: z.string(),
  remind: z.string(),
  letter: z.string(),
  mailbox: z.string(),
  addGuests: z.string(),
  sendsMail: z.boolean(),
  stats: z.array(
    z.object({ label: z.string(), value: z.string(), note: z.string(), tone: z.string(), href: z.string() }),
  ),
  answered: z.object({ value: z.number(), max: z.number(), text: z.string() }),
  silent: z.number(),
  channels: z.array(z.object({ label: z.string(), count: z.string() })),
  waves: z.array(
    z.object({
      wave: z.number(),
      sentAt: z.date(),
      invited: z.number(),
      answered: z.number(),
      text: z.string(),
    }),
  ),
  answers: z.array(AnswerLine),
});

const LetterFields = z.object({ subject: FieldModel, body: FieldModel });

export const LetterView = z.object({
  subject: z.string(),
  lang: z.string(),
  paragraphs: z.array(z.array(z.string())),
  to: z.string(),
  missing: z.array(z.string()),
});

export const LetterModel = z.object({
  action: z.string(),
  preview: z.string(),
  back: z.string(),
  rev: z.string(),
  errors: Errors,
  fields: z.array(z.object({ mark: z.string(), label: z.string() })),
  languages: z.array(z.object({ code: z.string(), label: z.string(), fields: LetterFields })),
  guests: z.array(Option),
  previewLanguages: z.array(Option),
  letter: LetterView,
});

export const SendModel = z.object({
  action: z.string(),
  back: z.string(),
  letterHref: z.string(),
  errors: Errors,
  audiences: z.array(
    z.object({ href: z.string(), label: z.string(), current: z.boolean(), count: z.string() }),
  ),
  hidden: z.array(z.object({ name: z.string(), value: z.string() })),
  categories: z.array(z.object({ href: z.string(), label: z.string(), current: z.boolean() })),
  isReminder: z.boolean(),
  isDraft: z.boolean(),
  publish: z.string(),
  ready: z.number(),
  readyText: z.string(),
  exceptions: z.array(z.string()),
  noAddress: z.string(),
  expects: z.string(),
  needsTyping: z.boolean(),
  button: z.string(),
  sendsMail: z.boolean(),
  letter: LetterView.nullable(),
});

export const RecordModel = z.object({
  action: z.string(),
  undo: z.string(),
  back: z.string(),
  name: z.string(),
  office: z.string(),
  standing: z.string(),
  tone: z.string(),
  errors: Errors,
  isCancelled: z.boolean(),
  hasAddress: z.boolean(),
  kinds: z.array(Option),
  channels: z.array(Option),
  kind: FieldModel,
  channel: FieldModel,
  fields: z.object({
    note: FieldModel,
    tell: FieldModel,
    substitute: z.object({ name: FieldModel, position: FieldModel, phone: FieldModel, email: FieldModel }),
  }),
  history: z.array(
    z.object({ answer: z.string(), by: z.string(), note: z.string(), at: z.date(), isCurrent: z.boolean() }),
  ),
});

export const views = defineViews({
  'invitations/index': BoardModel,
  'invitations/_board': BoardModel,
  'invitations/letter': LetterModel,
  'invitations/preview': LetterView,
  'invitations/_letter': LetterView,
  'invitations/send': SendModel,
  'invitations/record': RecordModel,
  'invitations/_record': RecordModel,
});
