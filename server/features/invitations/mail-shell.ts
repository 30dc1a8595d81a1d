import { translate } from '../../platform/i18n/translate.ts';
import type { MailShell } from '../mail/render-mail.ts';
import { eventLines } from './event-lines.ts';
import type { MailFacts } from './guest-mail.ts';

/** What stands around the text of every mail to a guest: the host above, whom to ask and the event's page below. */
export function mailShell(
  { event, locale, publicPage }: Pick<MailFacts, 'event' | 'locale' | 'publicPage'>,
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
    links: [{ href: publicPage, label: translate(locale, 'invitations.mail.event-page') }],
  };
}
