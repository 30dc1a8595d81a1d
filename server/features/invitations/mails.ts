import { now } from '../../platform/clock.ts';
import { spacedCode } from '../../platform/codes.ts';
import { qrPng } from '../../platform/qr.ts';
import { passText } from '../guests/pass-text.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { calendarRequest } from './calendar-entry.ts';
import { type MailFacts, mailFacts, renderGuestMail } from './guest-mail.ts';
import { mailKinds } from './mail-orders.ts';
import { answeredMail, invitationMail, linkMail } from './present-mail.ts';
import { hasPass } from './has-pass.ts';

const PASS_CID = 'pass@rostrum';

/** The mails about invitations, by kind. Each is written when its turn comes, from what is true then. */
export function invitationMails(tools: MailTools): Record<string, MailWriter> {
  const writer = (write: (facts: MailFacts, mail: ClaimedMail) => MailContent | null): MailWriter => {
    return async (mail) => {
      const facts = await mailFacts(mail, tools);
      return facts && write(facts, mail);
    };
  };
  return {
    [mailKinds.invitation]: writer((facts, mail) => writeInvitation(facts, mail, tools)),
    [mailKinds.reminder]: writer((facts, mail) => writeReminder(facts, mail, tools)),
    [mailKinds.answered]: writer((facts, mail) => writeAnswered(facts, mail, tools)),
    [mailKinds.link]: writer((facts) => renderGuestMail(facts, tools, linkMail(facts))),
  };
}

/** A link that was replaced before its mail left would only lead to a closed door. */
function writeInvitation(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent | null {
  if (facts.guest.invitation?.linkRevision !== mail.data['mark']) return null;
  const written = renderGuestMail(facts, tools, invitationMail(facts, { isReminder: false }));
  return { ...written, ...calendarPart(facts, mail, 'NEEDS-ACTION') };
}

/** Who has answered meanwhile needs no reminder. */
function writeReminder(facts: MailFacts, _mail: ClaimedMail, tools: MailTools): MailContent | null {
  if (facts.guest.answer) return null;
  return renderGuestMail(facts, tools, invitationMail(facts, { isReminder: true }));
}

/** Only about the answer that holds; an earlier one has its own mail or needs none. */
function writeAnswered(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent | null {
  const { guest, event } = facts;
  if (!guest.answer || guest.answer.key !== mail.data['mark']) return null;
  const written = renderGuestMail(
    facts,
    tools,
    answeredMail(facts, guest.answer, spacedCode(guest.code), PASS_CID),
  );
  if (!hasPass(guest.answer)) return written;
  const content = qrPng(passText(event, guest), 8);
  return {
    ...written,
    ...calendarPart(facts, mail, guest.answer.kind === 'attending' ? 'ACCEPTED' : 'TENTATIVE'),
    inline: [{ cid: PASS_CID, filename: 'pass.png', contentType: 'image/png', content }],
  };
}

function calendarPart(
  { event, guest, locale, publicPage }: MailFacts,
  mail: ClaimedMail,
  partstat: 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE',
): Pick<MailContent, 'calendar'> {
  const reader = { event, guest, locale, url: publicPage, organiser: mail.from, stamp: now() };
  const content = calendarRequest(reader, mail.to, partstat);
  return content ? { calendar: { method: 'REQUEST', content } } : {};
}
