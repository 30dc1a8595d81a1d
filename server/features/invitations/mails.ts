import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { spacedCode } from '../../platform/codes.ts';
import { qrPng } from '../../platform/qr.ts';
import { passText } from '../guests/pass-text.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailWriter } from '../mail/deliver-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { renderMail } from '../mail/render-mail.ts';
import { calendarRequest } from './calendar-entry.ts';
import { guestToken } from './guest-link.ts';
import { mailKinds } from './mail-orders.ts';
import {
  answeredMail,
  invitationMail,
  linkMail,
  type MailFacts,
  mailShell,
  type WrittenMail,
} from './present-mail.ts';
import { hasPass } from './has-pass.ts';
import { replyState } from './reply-state.ts';

const PASS_CID = 'pass@rostrum';

/** The mails about invitations, by kind. Each is written when its turn comes, from what is true then. */
export function invitationMails(tools: MailTools): Record<string, MailWriter> {
  const writer = (write: (facts: MailFacts, mail: ClaimedMail) => MailContent | null): MailWriter => {
    return async (mail) => {
      const facts = await factsOf(mail, tools);
      return facts && write(facts, mail);
    };
  };
  return {
    [mailKinds.invitation]: writer((facts, mail) => writeInvitation(facts, mail, tools)),
    [mailKinds.reminder]: writer((facts, mail) => writeReminder(facts, mail, tools)),
    [mailKinds.answered]: writer((facts, mail) => writeAnswered(facts, mail, tools)),
    [mailKinds.link]: writer((facts) => rendered(facts, tools, linkMail(facts))),
  };
}

/** Null when the guest is gone or no longer invited: then nothing is sent. */
async function factsOf(mail: ClaimedMail, tools: MailTools): Promise<MailFacts | null> {
  const guest = await Guests.findById(mail.guest).lean<Guest>();
  const event = guest && (await Events.findById(guest.event).lean<Conference>());
  if (!guest?.invitation || !event || guest.state === 'cancelled') return null;
  const token = guestToken(tools.secret('guest-link'), guest, guest.invitation.linkRevision);
  return {
    guest,
    event,
    locale: mail.locale,
    isOpen: replyState(event, guest, now()) === 'open',
    link: `${tools.siteUrl}${paths.answerLink(token)}`,
    publicPage: `${tools.siteUrl}${paths.publicEvent(event)}`,
  };
}

/** A link that was replaced before its mail left would only lead to a closed door. */
function writeInvitation(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent | null {
  if (facts.guest.invitation?.linkRevision !== mail.data['mark']) return null;
  const written = rendered(facts, tools, invitationMail(facts, { isReminder: false }));
  return { ...written, ...calendarPart(facts, mail, 'NEEDS-ACTION') };
}

/** Who has answered meanwhile needs no reminder. */
function writeReminder(facts: MailFacts, _mail: ClaimedMail, tools: MailTools): MailContent | null {
  if (facts.guest.answer) return null;
  return rendered(facts, tools, invitationMail(facts, { isReminder: true }));
}

/** Only about the answer that holds; an earlier one has its own mail or needs none. */
function writeAnswered(facts: MailFacts, mail: ClaimedMail, tools: MailTools): MailContent | null {
  const { guest, event } = facts;
  if (!guest.answer || guest.answer.key !== mail.data['mark']) return null;
  const written = rendered(facts, tools, answeredMail(facts, guest.answer, spacedCode(guest.code), PASS_CID));
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

function rendered(
  facts: MailFacts,
  { engine }: MailTools,
  { name, subject, preheader, model }: WrittenMail<object>,
): MailContent {
  const { event, locale } = facts;
  const shell = mailShell(facts, { subject, preheader });
  const data = { locale, timeZone: event.timeZone };
  const { name: contactName, email } = event.contact;
  return {
    ...renderMail(engine, { name, model, shell, data }),
    ...(email ? { replyTo: { name: contactName, address: email } } : {}),
  };
}
