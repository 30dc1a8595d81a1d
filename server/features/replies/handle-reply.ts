import type { InboundReason } from '../../../contract/inbound.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Guest } from '../../../models/guest.ts';
import { type InboundDecision, type InboundReading } from '../../../models/inbound-mail.ts';
import { now } from '../../platform/clock.ts';
import type { MailLeaf, ParsedMail } from '../../platform/mail-parser/parsed-mail.ts';
import { replyTag } from '../../platform/reply-address.ts';
import type { ClaimedInbound, InboundOutcome } from '../inbound/claim-inbound.ts';
import { isTooMuch } from '../inbound/sender-rate.ts';
import { replyState } from '../invitations/reply-state.ts';
import { applyReply } from './apply-reply.ts';
import { isAutomatic } from './automatic.ts';
import { type Decision, decide, kindIn, type ReplyFacts } from './decide.ts';
import { findInvitation, type Found, guestByTag, type Invitation } from './find-invitation.ts';
import { offerLink } from './offer-link.ts';
import { type CalendarReading, readCalendars } from './read-calendar.ts';
import { readText } from './read-text.ts';
import { resendEntry } from './resend-entry.ts';
import { tellReplies } from './tell-replies.ts';
import { trustIn } from './trust.ts';

export interface ReplyTools {
  /** Where answers arrive, and in whose name guests are written to. */
  inbound: Mailbox;
  /** The server whose checks are believed. */
  authservId: string | null;
  /** For mails to people whose language nobody knows. */
  locale: Locale;
}

const longest = 8_000;

/** Makes an answer of a mail, leaves it to a person, or drops it. Null when the sender has sent too much of late. */
export async function handleReply(
  mail: ParsedMail,
  row: ClaimedInbound,
  tools: ReplyTools,
): Promise<InboundOutcome | null> {
  const calendar = readCalendars(mail.parts);
  const found = await findInvitation({
    uid: calendar.kind === 'reply' ? calendar.reply.uid : '',
    tag: replyTag(tools.inbound, row.recipient),
    messageIds: [mail.inReplyTo, ...mail.references].filter(Boolean),
  });
  if (await isTooMuch(row, isProved(mail, found, tools))) return null;
  if (found.kind === 'none') return strangersMail(mail, row, tools);
  const { invitation } = found;
  const isTorn = found.kind === 'torn';
  const factsFor = (guest: Guest): ReplyFacts =>
    factsOf(mail, row, { calendar, invitation: { ...invitation, guest }, tools, isTorn });
  const facts = factsFor(invitation.guest);
  const decision = await carryOut(decide(facts), { invitation, row, tools, factsFor });
  const reason = decision.act === 'apply' ? 'applied' : decision.reason;
  tellReplies(invitation.event);
  return {
    state: stateOf(decision),
    event: invitation.event._id,
    guest: invitation.guest._id,
    decision: decisionOf(reason, { kind: kindIn(decision), trust: facts.trust.level }),
    reading: readingOf(mail, facts),
  };
}

function isProved(mail: ParsedMail, found: Found, { authservId }: ReplyTools): boolean {
  if (found.kind === 'none') return false;
  return trustIn(mail, { invited: found.invitation.guest.email, authservId }).level === 'A';
}

/** For a mail nobody could take apart: a person looks when its address names an invitation. */
export async function handleUnreadable(
  row: ClaimedInbound,
  reason: 'unreadable' | 'failed',
  tools: ReplyTools,
): Promise<InboundOutcome> {
  const tag = replyTag(tools.inbound, row.recipient);
  const guest = tag ? await guestByTag(tag) : null;
  if (guest) tellReplies({ _id: guest.event });
  return {
    state: guest ? 'needs-human' : 'ignored',
    event: guest?.event ?? null,
    guest: guest?._id ?? null,
    decision: decisionOf(reason, { kind: null, trust: 'C' }),
    reading: {
      channel: 'mail',
      from: { name: '', address: row.sender },
      subject: '',
      written: '',
      quoted: '',
    },
  };
}

interface Context {
  calendar: CalendarReading;
  invitation: Invitation;
  tools: ReplyTools;
  isTorn: boolean;
}

function factsOf(
  mail: ParsedMail,
  row: ClaimedInbound,
  { calendar, invitation, tools, isTorn }: Context,
): ReplyFacts {
  const { guest, event } = invitation;
  return {
    guest,
    state: replyState(event, guest, now()),
    trust: trustIn(mail, { invited: guest.email, authservId: tools.authservId }),
    calendar,
    text: readText(mail.text),
    date: mail.date,
    arrivedAt: row.receivedAt,
    isAutomatic: isAutomatic(mail, row.envelopeFrom),
    isTorn,
    isCut: row.isCut,
    hasWinmail: mail.parts.some(isWinmail),
  };
}

function isWinmail({ contentType, filename }: MailLeaf): boolean {
  return contentType === 'application/ms-tnef' || filename.toLowerCase() === 'winmail.dat';
}

interface Carrying {
  invitation: Invitation;
  row: ClaimedInbound;
  tools: ReplyTools;
  factsFor: (guest: Guest) => ReplyFacts;
}

/** What was decided may turn out not to hold when it is written: what holds then is what comes back. */
async function carryOut(judged: Decision, { invitation, row, tools, factsFor }: Carrying): Promise<Decision> {
  const from = tools.inbound;
  const decision =
    judged.act === 'apply' ? await applyReply(invitation, { id: String(row._id), factsFor, from }) : judged;
  if (decision.act === 'resend') await resendEntry(invitation, { reason: decision.reason, from });
  return decision;
}

function stateOf({ act }: Decision): InboundOutcome['state'] {
  if (act === 'ask') return 'needs-human';
  return act === 'drop' ? 'ignored' : 'handled';
}

/** Whoever writes without naming an invitation is told, once a day, how to get to their own. */
async function strangersMail(
  mail: ParsedMail,
  row: ClaimedInbound,
  tools: ReplyTools,
): Promise<InboundOutcome> {
  const { inbound: from, authservId, locale } = tools;
  const isForged = mail.from && trustIn(mail, { invited: mail.from.address, authservId }).level === 'C';
  if (mail.from && !isForged && !isAutomatic(mail, row.envelopeFrom))
    await offerLink(mail.from, { from, locale });
  return { state: 'ignored', decision: decisionOf('unknown', { kind: null, trust: 'D' }) };
}

function decisionOf(
  reason: InboundReason,
  { kind, trust }: Pick<InboundDecision, 'kind' | 'trust'>,
): InboundDecision {
  return { reason, kind, trust, at: now(), by: '' };
}

function readingOf(mail: ParsedMail, { calendar, text }: ReplyFacts): InboundReading {
  const { written, quoted } = text;
  const comment = calendar.kind === 'reply' ? calendar.reply.comment : '';
  return {
    channel: calendar.kind === 'reply' ? 'calendar' : 'mail',
    from: mail.from ?? { name: '', address: '' },
    subject: mail.subject,
    written: (comment || written).slice(0, longest),
    quoted: quoted.slice(0, longest),
  };
}
