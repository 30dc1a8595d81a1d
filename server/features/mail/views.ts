import { z } from 'zod';
import { defineViews } from '../../platform/views/view-set.ts';

export const MailboxModel = z.object({
  source: z.string(),
  /** By what name news of these mails comes. */
  part: z.string(),
  sendsMail: z.boolean(),
  /** Outside events: welcomes, password links. */
  isOffice: z.boolean(),
  tabs: z.array(z.object({ href: z.string(), label: z.string(), count: z.string(), current: z.boolean() })),
  mails: z.array(
    z.object({
      href: z.string(),
      to: z.string(),
      address: z.string(),
      subject: z.string(),
      state: z.string(),
      tone: z.string(),
      at: z.date(),
    }),
  ),
  isFiltered: z.boolean(),
  all: z.string(),
  next: z.string(),
});

export const MailModel = z.object({
  source: z.string(),
  part: z.string(),
  back: z.string(),
  guest: z.string(),
  subject: z.string(),
  state: z.string(),
  tone: z.string(),
  via: z.string(),
  problem: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  body: z.string(),
  /** Handed to a server, and not kept because of the secret in it. */
  isForgotten: z.boolean(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.string() })),
  log: z.array(z.object({ at: z.date(), state: z.string(), text: z.string() })),
  resend: z.string(),
  cancel: z.string(),
});

export const UnsubscribeModel = z.object({
  isStopped: z.boolean(),
  /** Empty when it is not known any more. */
  sender: z.string(),
  stop: z.string(),
  again: z.string(),
});

export const StopListModel = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      hint: z.string(),
      why: z.string(),
      reason: z.string(),
      whose: z.string(),
      at: z.date(),
    }),
  ),
  lift: z.string(),
  next: z.string(),
});

export const views = defineViews({
  'mail/index': MailboxModel,
  'mail/_list': MailboxModel,
  'mail/show': MailModel,
  'mail/_mail': MailModel,
  'mail/stop-list': StopListModel,
  'mail/unsubscribe': UnsubscribeModel,
});
