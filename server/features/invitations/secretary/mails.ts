import { type Conference, Events } from '../../../../models/event.ts';
import { Guests } from '../../../../models/guest.ts';
import { type SecretaryLink, SecretaryLinks } from '../../../../models/secretary.ts';
import { paths } from '../../../paths.ts';
import type { MailWriter } from '../../mail/deliver-mail.ts';
import type { MailTools } from '../../mail/mail-tools.ts';
import { renderMail } from '../../mail/render-mail.ts';
import { mailShell } from '../mail-shell.ts';
import { secretaryLetter } from './present-mail.ts';
import { secretaryToken } from './secretary-link.ts';
import { secretaryMail } from './send-secretary-link.ts';

/** The one mail to a secretary: the link to all of their people. */
export function secretaryMails(tools: MailTools): Record<string, MailWriter> {
  return {
    [secretaryMail]: async (mail) => {
      const { locale, data } = mail;
      const secretary = await SecretaryLinks.findById(data['secretary']).lean<SecretaryLink>();
      const event = secretary && (await Events.findById(secretary.event).lean<Conference>());
      if (!secretary || !event) return null;
      const mine = { event: event._id, 'secretary.email': secretary.email, state: 'listed' } as const;
      const count = await Guests.countDocuments(mine);
      if (count === 0) return null;
      const link = `${tools.siteUrl}${paths.secretaryLink(secretaryToken(tools.secret('guest-link'), secretary))}`;
      const { name, subject, preheader, model } = secretaryLetter({ event, secretary, count, locale, link });
      const publicPage = `${tools.siteUrl}${paths.publicEvent(event)}`;
      const shell = mailShell({ event, locale, publicPage }, { subject, preheader });
      const { email, name: contact } = event.contact;
      return {
        ...renderMail(tools.engine, { name, model, shell, data: { locale, timeZone: event.timeZone } }),
        ...(email ? { replyTo: { name: contact, address: email } } : {}),
      };
    },
  };
}
