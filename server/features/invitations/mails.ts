import { now } from '../../platform/clock.ts';
import { spacedCode } from '../../platform/codes.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { calendarPart } from './calendar-entry.ts';
import { toldOf } from '../events/event-calendar.ts';
import { partstatOf } from './calendar-step.ts';
import { type MailFacts, mailFacts, renderGuestMail } from './guest-mail.ts';
import { mailKinds } from './mail-orders.ts';
import { answeredMail, linkMail, passMail } from './present-mail.ts';
import { hasPass, holdsPass } from './has-pass.ts';
import { PASS_CID, passCodePart } from './pass-code-part.ts';

/** The mails about invitations, by kind. Each is written when its turn comes, from what is true then. */
export function invitationMails(tools: MailTools): Record<string, MailWriter> {
  const writer = (
    write: (facts: MailFacts, mail: ClaimedMail) => MailContent | null | Promise<MailContent | null>,
  ): MailWriter => {
    return async (mail) => {
      const facts = await mailFacts(mail, tools);
      return facts?.guest.invitation && facts.guest.state !== 'cancelled' ? write(facts, mail) : null;
    };
  };
  return {
    [mailKinds.answered]: writer((facts, mail) => writeAnswered(facts, mail, tools)),
    [mailKinds.pass]: writer((facts, mail) => writePass(facts, mail, tools)),
    [mailKinds.link]: writer((facts) => renderGuestMail(facts, tools, linkMail(facts))),
  };
}

/** Only about the answer that holds; an earlier one has its own mail or needs none. */
async function writeAnswered(
  facts: MailFacts,
  mail: ClaimedMail,
  tools: MailTools,
): Promise<MailContent | null> {
  const { guest } = facts;
  if (!guest.answer || guest.answer.key !== mail.data['mark']) return null;
  const written = renderGuestMail(
    facts,
    tools,
    answeredMail(facts, guest.answer, spacedCode(guest.code), PASS_CID),
  );
  if (!hasPass(guest.answer)) return { ...written, ...withoutEntry(facts, mail) };
  const codes = holdsPass(guest) ? [await passCodePart(facts, tools)] : [];
  return { ...written, ...withAnswer(facts, mail), codes };
}

/** Only the pass that holds: one that was replaced or revoked meanwhile is not sent. */
async function writePass(facts: MailFacts, mail: ClaimedMail, tools: MailTools): Promise<MailContent | null> {
  const { guest } = facts;
  if (!holdsPass(guest) || guest.pass?.issuedAt?.getTime() !== mail.data['mark']) return null;
  const written = renderGuestMail(facts, tools, passMail(facts, spacedCode(guest.code), PASS_CID));
  return { ...written, codes: [await passCodePart(facts, tools)] };
}

/** The entry goes with the answer that declined; what was withdrawn at another time is told by other mails. */
function withoutEntry(
  { event, guest, locale, publicPage }: MailFacts,
  mail: ClaimedMail,
): Pick<MailContent, 'calendar'> {
  const { invitation, answer } = guest;
  const told = toldOf(event);
  const isNow = answer?.kind === 'declined' && invitation?.withdrawnAt?.getTime() === answer.at.getTime();
  if (!invitation || !told || !isNow) return {};
  const { uid, sequence } = invitation;
  const message = { method: 'CANCEL', uid, sequence, partstat: 'DECLINED', rsvp: false } as const;
  const reader = { event, locale, url: publicPage, organiser: mail.from, stamp: now() };
  const calendar = calendarPart(reader, mail.to, { ...message, time: told.time });
  return calendar ? { calendar } : {};
}

/** The entry that the guest has already, now with the answer. Another one comes with a letter of its own. */
function withAnswer(
  { event, guest, locale, publicPage }: MailFacts,
  mail: ClaimedMail,
): Pick<MailContent, 'calendar'> {
  const { invitation, answer } = guest;
  const told = toldOf(event);
  if (!invitation?.told || !told || invitation.told.time !== told.time) return {};
  const { uid, sequence } = invitation;
  const message = { method: 'REQUEST', uid, sequence, partstat: partstatOf(answer), rsvp: false } as const;
  const reader = { event, locale, url: publicPage, organiser: mail.from, stamp: now() };
  const calendar = calendarPart(reader, mail.to, { ...message, time: told.time });
  return calendar ? { calendar } : {};
}
