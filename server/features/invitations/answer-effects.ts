import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { type MailOrder, mailEffect } from '../mail/enqueue-mail.ts';
import { mailOrder } from './mail-orders.ts';
import { recipientsOf } from './recipients-of.ts';
import { replyFormOf } from './reply-form/reply-form-of.ts';

const QUIET_MS = 10 * 60 * 1000;
const GATHER_MS = 2 * 60 * 1000;

export interface Answering {
  answer: GuestAnswer & { key: string };
  /** Who confirms it by mail; null when nobody is to be told. */
  from: Mailbox | null;
  /** In whose name a substitute is written to; the same unless said. */
  sender?: Mailbox;
}

/**
 * What follows from an answer: its line in the history, a mail with what was recorded unless `from` is null, and,
 * where substitutes need no approval, the substitute.
 */
export function answerEffects(
  access: Access,
  guest: Guest,
  { answer, from, sender }: Answering,
): [Effect, ...Effect[]] {
  const { event } = access;
  const entry = audit(access.actor, {
    action: 'audit.invitations.answered',
    event: event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), answer: answer.kind, channel: answer.channel },
  });
  const confirmation = from ? confirmations(access, guest, answer, from) : [];
  const writer = sender ?? from;
  return [
    entry,
    ...confirmation.map(mailEffect),
    ...(writer ? substitution(access, guest, answer, writer) : []),
  ];
}

/**
 * Who changes an answer again and again gets one mail, about the last: the others are not written, because they no
 * longer hold when their turn comes.
 */
function confirmations({ event }: Access, guest: Guest, answer: { key: string }, from: Mailbox): MailOrder[] {
  const order = mailOrder('answered', answer.key, { event, guest, from });
  const last = guest.answer?.at.getTime() ?? 0;
  const isQuiet = now().getTime() - last > QUIET_MS;
  const due = isQuiet ? {} : { due: new Date(now().getTime() + GATHER_MS) };
  return recipientsOf(guest).map(({ suffix, ...to }) => ({ ...order, ...due, id: order.id + suffix, to }));
}

function substitution(
  { event }: Access,
  guest: Guest,
  { kind, key, provisional }: Answering['answer'],
  from: Mailbox,
): Effect[] {
  if (kind !== 'substitute' || provisional || replyFormOf(event).substitutes !== 'automatic') return [];
  const data = { event: String(event._id), guest: String(guest._id), key, from };
  return [{ id: `substitute:${String(guest._id)}:${key}`, kind: 'substitute-proposed', data, at: now() }];
}
