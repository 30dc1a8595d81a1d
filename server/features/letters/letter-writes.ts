import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Guest, Invitation } from '../../../models/guest.ts';
import type { Told, Wave } from '../../../models/wave.ts';
import { audit } from '../audit/audit.ts';
import type { Installation } from '../deliverability/examine.ts';
import { guestName } from '../guests/guest-name.ts';
import { standingOf } from '../guests/standing.ts';
import { calendarId } from '../invitations/calendar-id.ts';
import { type CalendarStep, requestStep, withdrawStep } from '../invitations/calendar-step.ts';
import { linkHash } from '../invitations/guest-link.ts';
import { recipientsOf } from '../invitations/recipients-of.ts';
import { mailEffect } from '../mail/enqueue-mail.ts';
import { rulesOf } from './kinds.ts';
import { letterOrder } from './letter-orders.ts';

export interface Sender {
  /** The key that personal links are derived from. */
  linkKey: string;
  from: Mailbox;
  /** How mails leave; absent where nobody examines it. */
  installation?: Installation;
}

/** One wave on its way through the guests. */
export interface Writing {
  wave: Wave;
  event: Conference;
  sender: Sender;
  told: Told | null;
  at: Date;
}

/** A change of a guest, as dotted paths. */
interface Written {
  set: Record<string, unknown>;
  push?: Record<string, unknown>;
  step: CalendarStep;
}

const noStep: CalendarStep = { message: null, set: {}, asksAgain: false };

/**
 * What a wave writes into one guest: link, calendar count, standing, the mail and its line in the history at once.
 * Somebody else's change in between, or this wave's own earlier visit, and nothing is written.
 */
export function letterWrite(guest: Guest, writing: Writing) {
  const { wave, at } = writing;
  const {
    set,
    push = {},
    step,
  } = wave.kind === 'invitation' ? invited(guest, writing) : writtenTo(guest, writing);
  const effects = [...mailOf(guest, writing, step), entryOf(guest, wave)];
  return {
    filter: {
      _id: guest._id,
      event: guest.event,
      rev: guest.rev,
      standing: guest.standing,
      waves: { $ne: wave._id },
    },
    update: {
      $set: { ...set, updatedAt: at },
      $inc: { rev: 1 },
      $push: { ...push, waves: wave._id, effects: { $each: effects } },
    },
    // Left to itself the planner tries, for every single guest, the many indexes that begin with the event.
    hint: { _id: 1 },
  };
}

/** A first invitation, or a new one after a cancellation: then under a new UID, and the old answer is history. */
function invited(guest: Guest, { wave, sender, told, at }: Writing): Written {
  const before = guest.invitation?.withdrawnAt ? null : guest.invitation;
  const linkRevision = (guest.invitation?.linkRevision ?? 0) + 1;
  const invitation: Invitation = {
    linkRevision,
    linkHash: linkHash(sender.linkKey, guest, linkRevision),
    uid: before?.uid || calendarId(sender.from.address),
    sequence: before?.sequence ?? 0,
    told: before?.told ?? null,
    wave: wave.number,
    sentAt: at,
    channel: wave.channel,
  };
  const step = wave.channel === 'mail' ? requestStep(invitation, { now: told, answer: null }) : noStep;
  const whole = { ...invitation, ...step.set };
  const earlier = guest.answer ? { answers: { $each: [guest.answer], $slice: -10 } } : {};
  const standing = standingOf({ ...guest, invitation: whole, answer: null });
  return { set: { invitation: whole, answer: null, standing }, push: earlier, step };
}

function writtenTo(guest: Guest, writing: Writing): Written {
  const { wave, at } = writing;
  const reminded = wave.kind === 'reminder' ? { 'invitation.remindedAt': at } : {};
  if (!guest.invitation) return { set: {}, step: noStep };
  const link = linkAndId(guest.invitation, guest, writing.sender);
  const step = stepOf({ ...guest, invitation: { ...guest.invitation, uid: link.uid } }, writing);
  return {
    set: {
      ...within('invitation', { ...link, ...step.set }),
      ...reminded,
      ...(step.asksAgain ? { 'answer.beforeChange': true } : {}),
    },
    step,
  };
}

/** The same link again: the first mail keeps working. Invitations from elsewhere get theirs now. */
function linkAndId(
  invitation: Invitation,
  guest: Guest,
  { linkKey, from }: Sender,
): Pick<Invitation, 'linkRevision' | 'linkHash' | 'uid'> {
  const linkRevision = Math.max(1, invitation.linkRevision);
  return {
    linkRevision,
    linkHash: linkHash(linkKey, guest, linkRevision),
    uid: invitation.uid || calendarId(from.address),
  };
}

function stepOf({ invitation, answer }: Guest, { wave, told, at }: Writing): CalendarStep {
  if (!invitation || wave.channel !== 'mail') return noStep;
  switch (rulesOf(wave.kind).calendar) {
    case 'request':
      return requestStep(invitation, { now: told, answer });
    case 'withdraw': {
      const step = withdrawStep(invitation, at);
      return { ...step, set: { ...step.set, withdrawnAt: at } };
    }
    case 'none':
      return noStep;
  }
}

function mailOf(guest: Guest, { wave, event, sender }: Writing, { message }: CalendarStep): Effect[] {
  if (wave.channel !== 'mail') return [];
  const ordered = { event, guest, from: sender.from };
  const before = guest.invitation?.told ?? null;
  const reminded = wave.kind === 'reminder' ? { remindedAt: guest.invitation?.remindedAt ?? null } : {};
  const order = letterOrder(wave, ordered, { calendar: message, before, ...reminded });
  return recipientsOf(guest).map(({ suffix, ...to }) => mailEffect({ ...order, id: order.id + suffix, to }));
}

function entryOf(guest: Guest, { event, by, kind, channel, number }: Wave): Effect {
  return audit(by, {
    action: 'audit.letters.written',
    event,
    subject: { kind: 'guest', id: String(guest._id) },
    params: { name: guestName(guest), wave: number, letter: kind, way: channel },
  });
}

function within(path: string, fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${path}.${key}`, value]));
}
