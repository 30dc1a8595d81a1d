import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { now } from '../../platform/clock.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import { trialKind } from '../mail/handle-bounce.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { type MailShell, renderMail } from '../mail/render-mail.ts';

/** The trial mail, which says nothing but that it has arrived. */
export function deliverabilityMails({ engine, siteUrl, timeZone }: MailTools): Record<string, MailWriter> {
  return {
    [trialKind]: ({ locale }) => {
      const title = translate(locale, 'deliverability.mail.subject');
      const when = formatDateTime(locale, now(), timeZone);
      const model = { title, text: translate(locale, 'deliverability.mail.text', { site: siteUrl, when }) };
      const shell: MailShell = {
        subject: title,
        preheader: model.text,
        unit: 'Rostrum',
        emblem: '',
        footer: [],
        links: [],
      };
      return Promise.resolve(renderMail(engine, { name: 'trial', model, shell, data: { locale, timeZone } }));
    },
  };
}
