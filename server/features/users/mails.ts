import { z } from 'zod';
import { Users } from '../../../models/user.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { hashToken } from '../../platform/codes.ts';
import { formatDateTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { type MailShell, renderMail } from '../mail/render-mail.ts';

const LinkData = z.object({ token: z.string(), expires: z.date(), by: z.string() });

/** The mails about accounts, by kind. */
export function userMails(tools: MailTools): Record<string, MailWriter> {
  return {
    'users.reset': (mail) => passwordMail(mail, tools, 'reset'),
    'users.welcome': (mail) => passwordMail(mail, tools, 'welcome'),
  };
}

/** Not written any more when the link has been used, replaced or has expired meanwhile. */
async function passwordMail(mail: ClaimedMail, tools: MailTools, kind: 'reset' | 'welcome') {
  const { token, expires, by } = LinkData.parse(mail.data);
  const open = await Users.exists({ 'reset.tokenHash': hashToken(token), active: true });
  if (!open || expires < now()) return null;

  const { locale } = mail;
  const { siteUrl, timeZone } = tools;
  const why = translate(locale, `users.mail.${kind}.why`, { by, site: siteUrl });
  const title = translate(locale, `users.mail.${kind}.subject`);
  const model = {
    title,
    greeting: translate(locale, 'users.mail.reset.greeting', { name: mail.to.name }),
    why,
    href: `${siteUrl}${paths.resetPassword(token)}`,
    button: translate(locale, `users.mail.${kind}.button`),
    until: translate(locale, 'users.mail.reset.until', { when: formatDateTime(locale, expires, timeZone) }),
    notYou: translate(locale, `users.mail.${kind}.not-you`),
  };
  const shell: MailShell = {
    subject: title,
    preheader: why,
    unit: 'Rostrum',
    emblem: '',
    footer: [],
    links: [],
  };
  return renderMail(tools.engine, { name: 'password', model, shell, data: { locale, timeZone } });
}
