import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { type Conference, Events } from '../../../models/event.ts';
import { type Guest, Guests } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { now } from '../../platform/clock.ts';
import { groupRead } from '../../platform/database/group-read.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { replyAddress, tagOfUid } from '../../platform/reply-address.ts';
import type { ClaimedMail } from '../mail/claim-mail.ts';
import type { MailContent } from '../mail/compose-mail.ts';
import type { MailTools } from '../mail/mail-tools.ts';
import { renderMail } from '../mail/render-mail.ts';
import { guestToken } from './guest-link.ts';
import { mailShell } from './mail-shell.ts';
import { replyState } from './reply-state.ts';

/** What every mail to a guest is written from. */
export interface MailFacts {
  guest: Guest;
  event: Conference;
  locale: Locale;
  /** Whether an answer would be accepted at this moment. */
  isOpen: boolean;
  /** The guest's own; empty for those who have none yet. */
  link: string;
  publicPage: string;
}

export interface WrittenMail<M> {
  name: string;
  subject: string;
  preheader: string;
  model: M;
}

/** Null when the guest or the event is gone: then nothing is sent. */
export async function mailFacts(mail: ClaimedMail, tools: MailTools): Promise<MailFacts | null> {
  if (!mail.guest || !mail.event) return null;
  const [guest, event] = await Promise.all([guestById(String(mail.guest)), eventById(String(mail.event))]);
  if (!guest || !event) return null;
  return {
    guest,
    event,
    locale: mail.locale,
    isOpen: replyState(event, guest, now()) === 'open',
    link: linkOf(guest, tools),
    publicPage: `${tools.siteUrl}${paths.publicEvent(event)}`,
  };
}

function linkOf(guest: Guest, tools: MailTools): string {
  const revision = guest.invitation?.linkRevision ?? 0;
  if (revision === 0) return '';
  return `${tools.siteUrl}${paths.answerLink(guestToken(tools.secret('guest-link'), guest, revision))}`;
}

/** The mail in its frame, as HTML and as text. Pressing Reply answers the invitation, or reaches the event's contact. */
export function renderGuestMail(
  facts: MailFacts,
  { engine, inbound }: MailTools,
  { name, subject, preheader, model }: WrittenMail<object>,
): MailContent {
  const { event, locale } = facts;
  const marker = marksReplies(facts, inbound) ? translate(locale, 'replies.marker') : '';
  const shell = { ...mailShell(facts, { subject, preheader }), marker };
  const data = { locale, timeZone: event.timeZone };
  const replyTo = replyTarget(facts, inbound);
  return { ...renderMail(engine, { name, model, shell, data }), ...(replyTo ? { replyTo } : {}) };
}

/** Whether an answer to this mail comes back to us and is read. */
function marksReplies({ guest }: Pick<MailFacts, 'guest'>, inbound: Mailbox | null): boolean {
  return inbound !== null && tagOfUid(guest.invitation?.uid ?? '') !== null;
}

function replyTarget({ event, guest }: MailFacts, inbound: Mailbox | null): Mailbox | null {
  const { name, email } = event.contact;
  const uid = guest.invitation?.uid ?? '';
  if (inbound && marksReplies({ guest }, inbound))
    return replyAddress({ ...inbound, name: name || inbound.name }, uid);
  return email ? { name, address: email } : null;
}

// The mails of a wave are written several at a time, to guests of one event.
const guestById = groupRead(async (ids) => byId(await Guests.find({ _id: { $in: ids } }).lean<Guest[]>()));
const eventById = groupRead(async (ids) =>
  byId(await Events.find({ _id: { $in: ids } }).lean<Conference[]>()),
);

function byId<T extends { _id: unknown }>(found: readonly T[]): Map<string, T> {
  return new Map(found.map((one) => [String(one._id), one]));
}
