import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { isMailAddress } from '../../platform/mail-address.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { mailOrder } from './mail-orders.ts';

/** What follows from an answer: its line in the history and, unless `from` is null, a mail with what was recorded. */
export function answerEffects(
  access: Access,
  guest: Guest,
  { answer, from }: { answer: GuestAnswer & { key: string }; from: Mailbox | null },
): Effect[] {
  const { event } = access;
  const entry = audit(access.actor, {
    action: 'audit.invitations.answered',
    event: event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), answer: answer.kind, channel: answer.channel },
  });
  if (!from || !isMailAddress(guest.email)) return [entry];
  return [entry, mailEffect(mailOrder('answered', answer.key, { event, guest, from }))];
}
