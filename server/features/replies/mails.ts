import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { salutation } from '../directory/style-of-address.ts';
import { calendarPart } from '../invitations/calendar-entry.ts';
import { toldOf } from '../events/event-calendar.ts';
import { partstatOf } from '../invitations/calendar-step.ts';
import { type MailFacts, mailFacts, renderGuestMail, type WrittenMail } from '../invitations/guest-mail.ts';
import { eventLines } from '../invitations/event-lines.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { renderMail } from '../mail/render-mail.ts';
import { replyMailKinds } from './mail-orders.ts';

/** The mails that follow from mails. */
export function replyMails(tools: MailTools): Record<string, MailWriter> {
  const writer = (write: (facts: MailFacts, mail: ClaimedMail) => MailContent | null): MailWriter => {
    return async (mail) => {
      const facts = await mailFacts(mail, tools);
      return facts?.link && facts.guest.state !== 'cancelled' ? write(facts, mail) : null;
    };
  };
  return {
    [replyMailKinds.changed]: writer((facts, mail) => changedMail(facts, mail, tools)),
    [replyMailKinds.entry]: writer((facts, mail) => entryMail(facts, mail, tools)),
    [replyMailKinds.stranger]: async (mail) => Promise.resolve(strangerMail(mail, tools)),
  };
}

/** Not written when the answer it speaks of holds no longer. */
function changedMail(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent | null {
  const { guest, event, locale } = facts;
  if (!guest.answer || guest.answer.key !== mail.data['mark']) return null;
  const { title } = eventLines(event, locale);
  const text = translate(locale, `replies.mail.changed.${guest.answer.kind}`, { event: title });
  return renderGuestMail(facts, tools, {
    ...named(text, translate(locale, 'replies.mail.changed.subject', { event: title })),
    model: {
      title: translate(locale, 'replies.mail.changed.title'),
      greeting: salutation(guest, locale),
      text,
      href: facts.link,
      button: translate(locale, 'replies.mail.changed.button'),
      note: translate(locale, 'replies.mail.changed.not-you'),
    },
  });
}

/** The entry with its present number, so that the guest's calendar and ours agree again. */
function entryMail(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent {
  const { guest, event, locale } = facts;
  const { title, when } = eventLines(event, locale);
  const reason = mail.data['reason'] === 'old-date' ? 'old-date' : 'refresh';
  const text = translate(locale, `replies.mail.entry.${reason}`, { event: title, when });
  const content = renderGuestMail(facts, tools, {
    ...named(text, translate(locale, `replies.mail.entry.${reason}-subject`, { event: title })),
    model: {
      title,
      greeting: salutation(guest, locale),
      text,
      href: facts.link,
      button: translate(locale, 'replies.mail.entry.button'),
      note: '',
    },
  });
  return { ...content, ...entryOf(facts, mail) };
}

function entryOf(
  { event, guest: { invitation, answer }, locale, publicPage }: MailFacts,
  mail: ClaimedMail,
): Pick<MailContent, 'calendar'> {
  const told = toldOf(event);
  if (!invitation || !told || invitation.told?.time !== told.time) return {};
  const partstat = answer?.beforeChange ? 'NEEDS-ACTION' : partstatOf(answer);
  const { uid, sequence } = invitation;
  const rsvp = partstat === 'NEEDS-ACTION';
  const reader = { event, locale, url: publicPage, organiser: mail.from, stamp: now() };
  const message = { method: 'REQUEST', uid, sequence, partstat, rsvp, time: told.time } as const;
  const calendar = calendarPart(reader, mail.to, message);
  return calendar ? { calendar } : {};
}

function named(preheader: string, subject: string): Omit<WrittenMail<object>, 'model'> {
  return { name: 'reply', subject, preheader };
}

/** To somebody we do not know: nothing about any event or any guest. */
function strangerMail(mail: ClaimedMail, { engine, siteUrl, timeZone }: MailTools): MailContent {
  const { locale } = mail;
  const subject = translate(locale, 'replies.mail.stranger.subject');
  const text = translate(locale, 'replies.mail.stranger.text');
  const model = {
    title: subject,
    greeting: translate(locale, 'replies.mail.stranger.greeting'),
    text,
    href: `${siteUrl}${paths.answer}`,
    button: translate(locale, 'replies.mail.stranger.button'),
    note: translate(locale, 'replies.mail.stranger.note'),
  };
  const shell = { subject, preheader: text, unit: 'Rostrum', emblem: '', footer: [], links: [] };
  return renderMail(engine, { name: 'reply', model, shell, data: { locale, timeZone } });
}
