import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { DetailsModel, SaidModel } from './reply-form/details-views.ts';
import { defineViews } from '../../platform/views/view-set.ts';

const Errors = z.array(z.object({ href: z.string(), text: z.string() }));
const Option = z.object({ value: z.string(), label: z.string(), selected: z.boolean() });

const AnswerLine = z.object({
  href: z.string(),
  name: z.string(),
  office: z.string(),
  standing: z.string(),
  tone: z.string(),
  /** Why it does not count; empty when it does. */
  state: z.string(),
  channel: z.string(),
  note: z.string(),
  substitute: z.string(),
  at: z.date(),
  undo: z.object({ action: z.string(), seen: z.string(), label: z.string() }).nullable(),
});

export const BoardModel = z.object({
  source: z.string(),
  canSend: z.boolean(),
  isDraft: z.boolean(),
  isEmpty: z.boolean(),
  send: z.string(),
  remind: z.string(),
  allWaves: z.string(),
  mailbox: z.string(),
  addGuests: z.string(),
  sendsMail: z.boolean(),
  stats: z.array(
    z.object({ label: z.string(), value: z.string(), note: z.string(), tone: z.string(), href: z.string() }),
  ),
  answered: z.object({ value: z.number(), max: z.number(), text: z.string() }),
  silent: z.number(),
  unconfirmed: z.object({ text: z.string(), href: z.string() }).nullable(),
  channels: z.array(z.object({ label: z.string(), count: z.string() })),
  waves: z.array(
    z.object({
      href: z.string(),
      name: z.string(),
      sentAt: z.date(),
      invited: z.number(),
      answered: z.number(),
      text: z.string(),
    }),
  ),
  answers: z.array(AnswerLine),
});

export const RecordModel = z.object({
  action: z.string(),
  undo: z.string(),
  /** Which answer it takes back. */
  seen: z.string(),
  back: z.string(),
  name: z.string(),
  office: z.string(),
  standing: z.string(),
  tone: z.string(),
  errors: Errors,
  isCancelled: z.boolean(),
  /** A new link to send, when the old one was revoked. */
  link: z.object({ action: z.string(), button: z.string() }).nullable(),
  /** Why no other answer can be written down. */
  holds: z.string(),
  substitutes: z.string(),
  details: DetailsModel.nullable(),
  hasAddress: z.boolean(),
  kinds: z.array(Option),
  channels: z.array(Option),
  kind: FieldModel,
  channel: FieldModel,
  fields: z.object({
    note: FieldModel,
    said: FieldModel,
    tell: FieldModel,
    substitute: z.object({ name: FieldModel, position: FieldModel, phone: FieldModel, email: FieldModel }),
  }),
  history: z.array(
    z.object({
      answer: z.string(),
      by: z.string(),
      said: z.string(),
      takenBack: z.string(),
      lines: SaidModel,
      state: z.string(),
      note: z.string(),
      at: z.date(),
      isCurrent: z.boolean(),
    }),
  ),
});

export const PassPrintModel = z.object({
  lead: z.string(),
  back: z.string(),
  isEmpty: z.boolean(),
  /** Where another key is made to sign with. */
  rotate: z.string(),
  layouts: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      files: z.array(z.object({ href: z.string(), label: z.string() })),
    }),
  ),
});

export const views = defineViews({
  'invitations/passes': PassPrintModel,
  'invitations/index': BoardModel,
  'invitations/_board': BoardModel,
  'invitations/record': RecordModel,
  'invitations/_record': RecordModel,
});
