import type { Locale } from '../../../contract/locales.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { renderMail } from '../mail/render-mail.ts';
import { guestToken } from './guest-link.ts';
import { mailShell } from './mail-shell.ts';
import { replyState } from './reply-state.ts';

/** What every mail to a guest is written from. */
export interface MailFacts {
  guest: Guest;
  event: Conference;
  locale: Locale;
  /** Whether an answer would be accepted at this moment. */
  isOpen: boolean;
  link: string;
  publicPage: string;
}

export interface WrittenMail<M> {
  name: string;
  subject: string;
  preheader: string;
  model: M;
}

/** Null when the guest is gone or no longer invited: then nothing is sent. */
export async function mailFacts(mail: ClaimedMail, tools: MailTools): Promise<MailFacts | null> {
  const guest = await Guests.findById(mail.guest).lean<Guest>();
  const event = guest && (await Events.findById(guest.event).lean<Conference>());
  if (!guest?.invitation || !event || guest.state === 'cancelled') return null;
  const token = guestToken(tools.secret('guest-link'), guest, guest.invitation.linkRevision);
  return {
    guest,
    event,
    locale: mail.locale,
    isOpen: replyState(event, guest, now()) === 'open',
    link: `${tools.siteUrl}${paths.answerLink(token)}`,
    publicPage: `${tools.siteUrl}${paths.publicEvent(event)}`,
  };
}

/** The mail in its frame, as HTML and as text. Whoever presses Reply reaches the event's contact. */
export function renderGuestMail(
  facts: MailFacts,
  { engine }: MailTools,
  { name, subject, preheader, model }: WrittenMail<object>,
): MailContent {
  const { event, locale } = facts;
  const marker = marksReplies(facts, inbound) ? translate(locale, 'replies.marker') : '';
  const shell = { ...mailShell(facts, { subject, preheader }), marker };
  const data = { locale, timeZone: event.timeZone };
  const { name: contactName, email } = event.contact;
  return {
    ...renderMail(engine, { name, model, shell, data }),
    ...(email ? { replyTo: { name: contactName, address: email } } : {}),
  };
}
