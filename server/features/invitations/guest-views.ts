import { z } from 'zod';
import { FieldModel } from '../../platform/http/form-fields.ts';
import { defineViews } from '../../platform/views/view-set.ts';
import { DetailsModel, SaidModel } from './reply-form/details-views.ts';

const Contact = z.object({ name: z.string(), phone: z.string(), tel: z.string(), email: z.string() });

/** An answer that was given once, as those see it whom it is about. */
export const GivenModel = z.object({
  answer: z.string(),
  via: z.string(),
  state: z.string(),
  at: z.date(),
  isCurrent: z.boolean(),
});

const Heading = z.object({
  host: z.string(),
  parent: z.string(),
  title: z.string(),
  motto: z.string(),
  when: z.string(),
  name: z.string(),
  office: z.string(),
});

const Choice = z.object({
  kind: z.string(),
  href: z.string(),
  label: z.string(),
  icon: z.string(),
  isCurrent: z.boolean(),
  isQuiet: z.boolean(),
});

const Facts = z.object({
  day: z.string(),
  time: z.string(),
  venue: z.string(),
  address: z.string(),
  map: z.string(),
  dressCode: z.string(),
  replyBy: z.string(),
});

export const InvitationPage = z.object({
  heading: Heading,
  facts: Facts,
  signature: z.object({ name: z.string(), position: z.string() }),
  /** Their invitation on paper; empty where it is not offered. */
  paper: z.string(),
  choices: z.array(Choice),
  /** Why nobody can answer now; empty while one can. */
  notice: z.string(),
  /** The answer that holds, for somebody who came back to change it. */
  recorded: z.string(),
  back: z.string(),
  /** What was typed and not sent. */
  draft: z.object({ text: z.string(), href: z.string() }).nullable(),
  /** Why a substitute was not accepted. */
  refused: z.string(),
  /** A link that no person sees. */
  trap: z.string(),
  contact: Contact.nullable(),
});

export const ReplyPage = z.object({
  heading: Heading,
  choices: z.array(Choice),
  kind: z.string(),
  action: z.string(),
  nonce: z.string(),
  /** Whom the form is made for. */
  guest: z.string(),
  /** Which answer it is made from. */
  seen: z.string(),
  /** What was recorded since it was opened. */
  meanwhile: z.string(),
  back: z.string(),
  confirm: z.string(),
  errors: z.array(z.object({ href: z.string(), text: z.string() })),
  noteLabel: z.string(),
  noteHint: z.string(),
  fields: z.object({
    note: FieldModel,
    substitute: z.object({ name: FieldModel, position: FieldModel, phone: FieldModel, email: FieldModel }),
  }),
  isSubstitute: z.boolean(),
  details: DetailsModel.nullable(),
  /** Where what is typed is kept meanwhile. */
  draft: z.string(),
  restored: z.string(),
  trap: z.string(),
  contact: Contact.nullable(),
});

export const DonePage = z.object({
  heading: Heading,
  facts: Facts,
  tone: z.string(),
  icon: z.string(),
  recorded: z.string(),
  text: z.string(),
  recordedAt: z.string(),
  note: z.string(),
  said: SaidModel,
  pass: z
    .object({
      qr: z.string(),
      code: z.string(),
      bearer: z.string(),
      about: z.string(),
      seat: z.string(),
      open: z.string(),
    })
    .nullable(),
  calendar: z.string(),
  programme: z.string(),
  paper: z.string(),
  change: z.string(),
  undo: z.string(),
  seen: z.string(),
  history: z.array(GivenModel),
  trap: z.string(),
  notice: z.string(),
  contact: Contact.nullable(),
});

export const PassPage = z.object({
  event: z.string(),
  qr: z.string(),
  code: z.string(),
  bearer: z.string(),
  about: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  image: z.string(),
  file: z.string(),
  back: z.string(),
  /** The service worker that keeps this page, and what it watches over. */
  worker: z.string(),
  scope: z.string(),
  kept: z.string(),
});

export const views = defineViews({
  'invitations/invitation': InvitationPage,
  'invitations/reply': ReplyPage,
  'invitations/done': DonePage,
  'invitations/pass': PassPage,
  'invitations/lost': z.object({
    action: z.string(),
    email: FieldModel,
    errors: z.array(z.object({ href: z.string(), text: z.string() })),
    isSent: z.boolean(),
  }),
});
