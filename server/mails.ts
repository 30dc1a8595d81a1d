import { invitationMails } from './features/invitations/mails.ts';
import type { MailWriter } from './features/mail/deliver-mail.ts';
import type { MailTools } from './features/mail/mail-tools.ts';
import { substituteMails } from './features/substitutes/mails.ts';
import { replyMails } from './features/replies/mails.ts';
import { replyMails } from './features/replies/mails.ts';
import { userMails } from './features/users/mails.ts';

/** Kind of mail → who writes it, when its turn comes. */
export function mailWriters(tools: MailTools): Record<string, MailWriter> {
  return { ...invitationMails(tools), ...substituteMails(tools), ...replyMails(tools), ...replyMails(tools), ...userMails(tools) };
}
