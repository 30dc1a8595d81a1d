import type { z } from 'zod';
import { translate } from '../../platform/i18n/translate.ts';
import { addressedName, salutation } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import { eventLines } from '../invitations/event-lines.ts';
import type { MailFacts, WrittenMail } from '../invitations/guest-mail.ts';
import type { SubstituteMail } from './mail-views.ts';

type Mail = z.input<typeof SubstituteMail>;

/** `refused-person` goes to somebody who is on no list: it says nothing but that it will not be this time. */
export type About = 'approved' | 'refused' | 'refused-person' | 'invited' | 'withdrawn';

export function substituteMail(
  about: About,
  { guest, event, locale, link }: MailFacts,
  pass: Mail['pass'] = null,
): WrittenMail<Mail> {
  const lines = eventLines(event, locale);
  const person = guest.replacedBy?.name ?? guest.answer?.substitute?.name ?? '';
  const original = addressedName(guest.standsFor ?? guest, locale);
  const params = { event: lines.title, name: person, original };
  const text = translate(locale, `substitutes.mail.${about}.text`, params);
  const isGuest = about !== 'refused-person';
  const reason = guest.answer?.refusal?.reason ?? '';
  const facts = about === 'invited' ? factsOf(lines, seatIn(guest.seat, locale), locale) : [];
  const isOver = about === 'refused-person' || about === 'withdrawn';
  return {
    name: 'substitute',
    subject: translate(locale, `substitutes.mail.${about}.subject`, params),
    preheader: text,
    model: {
      title: lines.title,
      greeting: isGuest
        ? salutation(guest, locale)
        : translate(locale, 'substitutes.mail.dear', { name: person }),
      paragraphs: [text, ...(reason ? [translate(locale, 'substitutes.mail.reason', { reason })] : [])],
      pass,
      facts,
      link: isOver ? '' : link,
      button: translate(locale, pass ? 'invitations.mail.open-pass' : 'invitations.mail.open'),
    },
  };
}

function factsOf(
  lines: ReturnType<typeof eventLines>,
  seat: string,
  locale: MailFacts['locale'],
): Mail['facts'] {
  return (
    [
      ['when', lines.when],
      ['where', lines.where],
      ['dress-code', lines.dressCode],
      ['seat', seat],
    ] as const
  )
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: translate(locale, `invitations.fact.${key}`), value }));
}
