import { randomBytes } from 'node:crypto';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest, Invitation } from '../../../models/guest.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { guestName } from '../guests/guest-name.ts';
import { standingOf } from '../guests/standing.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { linkHash } from './guest-link.ts';
import { mailOrder } from './mail-orders.ts';

/** One sending: who sends, under which number, at what moment. */
export interface Writing {
  access: Access;
  linkKey: string;
  from: Mailbox;
  wave: number;
  at: Date;
}

/** A first invitation: link, calendar identity, standing and mail in one write. Two at once cannot both match. */
export function invitationWrite(guest: Guest, writing: Writing) {
  const { wave, at, from, linkKey } = writing;
  const linkRevision = (guest.invitation?.linkRevision ?? 0) + 1;
  const invitation: Invitation = {
    linkRevision,
    linkHash: linkHash(linkKey, guest, linkRevision),
    uid: guest.invitation?.uid || calendarId(from),
    sequence: guest.invitation?.sequence ?? 0,
    wave,
    sentAt: at,
  };
  const mail = mailOrder('invitation', linkRevision, { event: writing.access.event, guest, from });
  return {
    filter: { _id: guest._id, event: guest.event, rev: guest.rev, standing: 'not-invited' as const },
    update: {
      $set: { invitation, standing: standingOf({ ...guest, invitation }), updatedAt: at },
      $inc: { rev: 1 },
      $push: { effects: { $each: [mailEffect(mail), entryOf(guest, writing, 'audit.invitations.sent')] } },
    },
  };
}

/** A reminder brings the same link again; the first mail keeps working. */
export function reminderWrite(guest: Guest, writing: Writing) {
  const { at, from, linkKey } = writing;
  const linkRevision = Math.max(1, guest.invitation?.linkRevision ?? 0);
  const mail = mailOrder('reminder', at.getTime(), { event: writing.access.event, guest, from });
  return {
    filter: { _id: guest._id, event: guest.event, rev: guest.rev, standing: 'no-answer' as const },
    update: {
      $set: {
        'invitation.remindedAt': at,
        updatedAt: at,
        'invitation.linkRevision': linkRevision,
        'invitation.linkHash': linkHash(linkKey, guest, linkRevision),
        'invitation.uid': guest.invitation?.uid || calendarId(from),
      },
      $inc: { rev: 1 },
      $push: {
        effects: { $each: [mailEffect(mail), entryOf(guest, writing, 'audit.invitations.reminded')] },
      },
    },
  };
}

/** Nobody can guess it, because whoever knows it may answer by calendar. */
function calendarId(from: Mailbox): string {
  return `${randomBytes(16).toString('hex')}@${from.address.slice(from.address.lastIndexOf('@') + 1)}`;
}

function entryOf(
  guest: Guest,
  { access, wave }: Writing,
  action: 'audit.invitations.sent' | 'audit.invitations.reminded',
): Effect {
  return audit(access.actor, {
    action,
    event: access.event._id,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), wave },
  });
}
