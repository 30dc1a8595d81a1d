import { deliverabilityMails } from './features/deliverability/mails.ts';
import { invitationMails } from './features/invitations/mails.ts';
import { letterMails } from './features/letters/mails.ts';
import type { MailWriter } from './features/mail/deliver-mail.ts';
import type { MailTools } from './features/mail/mail-tools.ts';
import { secretaryMails } from './features/invitations/secretary/mails.ts';
import { substituteMails } from './features/substitutes/mails.ts';
import { replyMails } from './features/replies/mails.ts';
import { nominationWriters } from './features/nominations/mails.ts';
import { userMails } from './features/users/mails.ts';

/** Kind of mail → who writes it, when its turn comes. */
export function mailWriters(tools: MailTools): Record<string, MailWriter> {
  return {
    ...invitationMails(tools),
    ...letterMails(tools),
    ...secretaryMails(tools),
    ...substituteMails(tools),
    ...replyMails(tools),
    ...nominationWriters(tools),
    ...deliverabilityMails(tools),
    ...userMails(tools),
  };
}
