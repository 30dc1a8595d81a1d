import type { z } from 'zod';
import type { Locale } from '../../../../contract/locales.ts';
import type { Conference } from '../../../../models/event.ts';
import type { SecretaryLink } from '../../../../models/secretary.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { eventLines } from '../event-lines.ts';
import type { WrittenMail } from '../guest-mail.ts';
import type { SecretaryMail } from './mail-views.ts';

interface Letter {
  event: Conference;
  secretary: SecretaryLink;
  /** For how many guests they answer. */
  count: number;
  locale: Locale;
  link: string;
}

export function secretaryLetter({
  event,
  secretary,
  count,
  locale,
  link,
}: Letter): WrittenMail<z.input<typeof SecretaryMail>> {
  const { title, when, where, replyBy } = eventLines(event, locale);
  const text = translate(locale, 'secretaries.mail.text', { count, event: title });
  const name = secretary.name || secretary.email;
  const facts = [
    { label: translate(locale, 'invitations.fact.when'), value: when },
    { label: translate(locale, 'invitations.fact.where'), value: where },
    { label: translate(locale, 'invitations.fact.reply-by'), value: replyBy },
  ];
  return {
    name: 'secretary',
    subject: translate(locale, 'secretaries.mail.subject', { event: title }),
    preheader: text,
    model: {
      title,
      greeting: translate(locale, 'secretaries.page.greeting', { name }),
      text,
      facts: facts.filter(({ value }) => value !== ''),
      link,
    },
  };
}
