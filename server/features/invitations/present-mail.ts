import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { GuestAnswer } from '../../../models/guest.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { salutation } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import type { MailFacts, WrittenMail } from './guest-mail.ts';
import { hasPass, holdsPass } from './has-pass.ts';
import type { AnsweredMail, LinkMail } from './mail-views.ts';
import { eventLines } from './event-lines.ts';
import { saidLines } from './reply-form/present-said.ts';

export function answeredMail(
  { guest, event, locale, isOpen, link }: MailFacts,
  answer: GuestAnswer,
  code: string,
  cid: string,
): WrittenMail<z.input<typeof AnsweredMail>> {
  const lines = eventLines(event, locale);
  const { subject, text } = recordedText(answer, lines.title, locale);
  const about = passFacts({ guest, event, locale });
  return {
    name: 'answered',
    subject,
    preheader: text,
    model: {
      title: lines.title,
      greeting: salutation(guest, locale),
      text,
      pass: holdsPass({ ...guest, answer }) ? { cid, code } : null,
      facts: hasPass(answer) ? [...about, ...saidLines(event, answer.details, locale)].filter(hasValue) : [],
      change: isOpen ? link : '',
      // Whoever may not have been the guest is led to the very question once more.
      link: answer.provisional ? `${link}?a=${answer.kind}` : link,
    },
  };
}

/** Another pass, in the place of one that admits nobody any more. */
export function passMail(
  { guest, event, locale, link }: MailFacts,
  code: string,
  cid: string,
): WrittenMail<z.input<typeof AnsweredMail>> {
  const { title } = eventLines(event, locale);
  const text = translate(locale, 'passes.mail.text', { event: title });
  return {
    name: 'answered',
    subject: translate(locale, 'passes.mail.subject', { event: title }),
    preheader: text,
    model: {
      title,
      greeting: salutation(guest, locale),
      text,
      pass: { cid, code },
      facts: passFacts({ guest, event, locale }).filter(hasValue),
      change: '',
      link,
    },
  };
}

/** What somebody needs to know who comes. */
function passFacts({ guest, event, locale }: Pick<MailFacts, 'guest' | 'event' | 'locale'>): Line[] {
  const lines = eventLines(event, locale);
  return [
    fact(locale, 'when', lines.when),
    fact(locale, 'where', lines.where),
    fact(locale, 'dress-code', lines.dressCode),
    fact(locale, 'seat', seatIn(guest.seat, locale)),
  ];
}

interface Line {
  label: string;
  value: string;
}

function hasValue({ value }: Line): boolean {
  return value !== '';
}

function recordedText(
  { kind, substitute, provisional }: GuestAnswer,
  event: string,
  locale: Locale,
): { subject: string; text: string } {
  const params = { event, name: substitute?.name ?? '' };
  if (provisional) {
    const answer = translate(locale, `states.answer.${kind}`);
    return {
      subject: translate(locale, 'reply-form.provisional.mail-subject', params),
      text: translate(locale, 'reply-form.provisional.mail-text', { answer }),
    };
  }
  return {
    subject: translate(locale, `invitations.mail.answered.${kind}.subject`, params),
    text: translate(locale, `invitations.mail.answered.${kind}.text`, params),
  };
}

export function linkMail({ guest, event, locale, link }: MailFacts): WrittenMail<z.input<typeof LinkMail>> {
  const { title } = eventLines(event, locale);
  const text = translate(locale, 'invitations.mail.link.text', { event: title });
  return {
    name: 'guest-link',
    subject: translate(locale, 'invitations.mail.link.subject', { event: title }),
    preheader: text,
    model: { title, greeting: salutation(guest, locale), text, link },
  };
}

function fact(
  locale: Locale,
  key: 'when' | 'where' | 'dress-code' | 'seat',
  value: string,
): { label: string; value: string } {
  return { label: translate(locale, `invitations.fact.${key}`), value };
}
