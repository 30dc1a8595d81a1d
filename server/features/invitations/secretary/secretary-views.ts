import { z } from 'zod';
import { defineViews } from '../../../platform/views/view-set.ts';
import { GivenModel } from '../guest-views.ts';
import { SaidModel } from '../reply-form/details-views.ts';

const Choice = z.object({ kind: z.string(), href: z.string(), label: z.string(), icon: z.string() });

const Person = z.object({
  id: z.string(),
  name: z.string(),
  office: z.string(),
  standing: z.string(),
  tone: z.string(),
  recorded: z.string(),
  said: SaidModel,
  notice: z.string(),
  choices: z.array(Choice),
  undo: z.string(),
  seen: z.string(),
  history: z.array(GivenModel),
});

export const SecretaryPage = z.object({
  name: z.string(),
  host: z.string(),
  title: z.string(),
  when: z.string(),
  where: z.string(),
  replyBy: z.string(),
  programme: z.string(),
  eventPage: z.string(),
  progress: z.object({ value: z.number(), max: z.number(), text: z.string() }),
  notice: z.string(),
  people: z.array(Person),
  trap: z.string(),
  contact: z.object({ name: z.string(), phone: z.string(), tel: z.string(), email: z.string() }).nullable(),
});

export const SecretariesModel = z.object({
  isDraft: z.boolean(),
  canSend: z.boolean(),
  rows: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      phone: z.string(),
      guests: z.string(),
      silent: z.string(),
      sent: z.string(),
      button: z.string(),
    }),
  ),
  send: z.string(),
  guests: z.string(),
});

export const views = defineViews({
  'invitations/secretary': SecretaryPage,
  'invitations/secretaries': SecretariesModel,
});
