import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import type { GuestAnswer } from '../../../models/guest.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { salutation } from '../directory/style-of-address.ts';
import type { MailFacts, WrittenMail } from './guest-mail.ts';
import { hasPass } from './has-pass.ts';
import type { AnsweredMail, InvitationMail, LinkMail } from './mail-views.ts';
import { eventLines } from './event-lines.ts';
import { letterTo } from './present-letter.ts';

export function invitationMail(
  { guest, event, locale, isOpen, link }: MailFacts,
  { isReminder }: { isReminder: boolean },
): WrittenMail<z.input<typeof InvitationMail>> {
  const letter = letterTo(guest, event, locale);
  const lines = eventLines(event, locale);
  const says = (field: 'when' | 'where' | 'replyBy' | 'dressCode') => letter.mentions.has(field);
  const text = (key: 'remind' | 'reminder-subject', params = {}) =>
    translate(locale, `invitations.mail.${key}`, params);
  const facts = [
    ...(says('when') ? [] : [fact(locale, 'when', lines.when)]),
    ...(says('where') ? [] : [fact(locale, 'where', lines.where)]),
    ...(says('dressCode') ? [] : [fact(locale, 'dress-code', lines.dressCode)]),
    ...(says('replyBy') ? [] : [fact(locale, 'reply-by', lines.replyBy)]),
  ].filter(({ value }) => value !== '');
  return {
    name: 'invitation',
    subject: isReminder ? text('reminder-subject', { subject: letter.subject }) : letter.subject,
    preheader: [lines.when, lines.venue].filter(Boolean).join(' · '),
    model: {
      title: lines.title,
      motto: lines.motto,
      reminder: isReminder ? text('remind') : '',
      paragraphs: letter.paragraphs,
      facts,
      signature: letter.mentions.has('inviter') ? null : lines.inviter,
      isOpen,
      accept: `${link}?a=attending`,
      decline: `${link}?a=declined`,
      link,
    },
  };
}

export function answeredMail(
  { guest, event, locale, isOpen, link }: MailFacts,
  answer: GuestAnswer,
  code: string,
  cid: string,
): WrittenMail<z.input<typeof AnsweredMail>> {
  const lines = eventLines(event, locale);
  const { kind, substitute } = answer;
  const params = { event: lines.title, name: substitute?.name ?? '' };
  return {
    name: 'answered',
    subject: translate(locale, `invitations.mail.answered.${kind}.subject`, params),
    preheader: translate(locale, `invitations.mail.answered.${kind}.text`, params),
    model: {
      title: lines.title,
      greeting: salutation(guest, locale),
      text: translate(locale, `invitations.mail.answered.${kind}.text`, params),
      pass: hasPass(answer) ? { cid, code } : null,
      facts: hasPass(answer)
        ? [
            fact(locale, 'when', lines.when),
            fact(locale, 'where', lines.where),
            fact(locale, 'dress-code', lines.dressCode),
            fact(locale, 'seat', guest.seat),
          ].filter(({ value }) => value !== '')
        : [],
      change: isOpen ? link : '',
      link,
    },
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
  key: 'when' | 'where' | 'dress-code' | 'reply-by' | 'seat',
  value: string,
): { label: string; value: string } {
  return { label: translate(locale, `invitations.fact.${key}`), value };
}
