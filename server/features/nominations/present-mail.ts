import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Nomination } from '../../../models/nomination.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { eventLines } from '../invitations/event-lines.ts';
import type { MailShell } from '../mail/render-mail.ts';
import type { NominationMail } from './mail-orders.ts';
import type { NominationMail as Model } from './mail-views.ts';
import { deadlineText, nomineeName, wishesOf } from './present-words.ts';
import { seatsOf } from './seats.ts';

export interface MailFacts {
  nomination: Nomination;
  event: Conference;
  locale: Locale;
  /** Whose name was sent back; empty in the other mails. */
  nominee: string;
  link: string;
  publicPage: string;
}

interface Written {
  subject: string;
  preheader: string;
  model: z.input<typeof Model>;
}

export function nominationMailOf(kind: NominationMail, facts: MailFacts): Written {
  const { nomination, event, locale, link, nominee } = facts;
  const { title, when, where } = eventLines(event, locale);
  const { named } = seatsOf(nomination);
  const { quota, secretary } = nomination;
  const one = nomination.nominees.find(({ id }) => id === nominee);
  const params = {
    event: title,
    unit: inLocale(nomination.name, locale),
    named,
    quota,
    date: deadlineText(locale, nomination.deadline, event.timeZone),
    name: one ? displayName(one.name, locale) : '',
    remark: one?.remark ?? '',
  };
  const text = (part: 'subject' | 'text' | 'button') =>
    translate(locale, `nominations.mail.${kind}.${part}`, params);
  const fact = (label: string, value: string) => ({ label, value });
  return {
    subject: text('subject'),
    preheader: text('text'),
    model: {
      title,
      greeting: translate(locale, 'nominations.mail.greeting', { name: secretary.name || params.unit }),
      paragraphs: [text('text')],
      facts: [
        fact(translate(locale, 'invitations.fact.when'), when),
        fact(translate(locale, 'invitations.fact.where'), where),
        kind === 'asked'
          ? fact(translate(locale, 'nominations.field.quota'), String(quota))
          : fact(
              translate(locale, 'nominations.column.seats'),
              translate(locale, 'nominations.row.seats', params),
            ),
        fact(translate(locale, 'nominations.field.deadline'), params.date),
        ...wishesOf(locale, event, nomination).map(({ label, text: value }) => fact(label, value)),
      ].filter(({ value }) => value !== ''),
      people:
        kind === 'received'
          ? nomination.nominees
              .filter(({ state }) => state !== 'replaced')
              .map((each) => nomineeName(locale, each))
          : [],
      link,
      button: text('button'),
      note: translate(locale, 'nominations.mail.personal'),
    },
  };
}

/** What stands around the text: the host above, whom to ask and the event's page below. */
export function mailShellOf(
  { event, locale, publicPage }: MailFacts,
  { subject, preheader }: { subject: string; preheader: string },
): MailShell {
  const { host, contact } = eventLines(event, locale);
  const who = [contact.name, contact.phone, contact.email].filter(Boolean).join(' · ');
  return {
    subject,
    preheader,
    unit: host,
    emblem: '',
    footer: who ? [translate(locale, 'invitations.mail.contact', { contact: who })] : [],
    links: publicPage ? [{ href: publicPage, label: translate(locale, 'invitations.mail.event-page') }] : [],
  };
}
