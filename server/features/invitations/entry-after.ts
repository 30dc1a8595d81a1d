import { randomBytes } from 'node:crypto';
import type { Effect } from '../../../models/fields/effects.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { toldOf } from '../events/event-calendar.ts';
import { withdrawStep } from './calendar-step.ts';

/**
 * What an answer does to the entry in the guest's calendar, when a mail goes with it: who declines loses it, who comes
 * after all gets another under a new UID. A calendar that has answered itself knows already.
 */
export function entryAfter(
  { invitation, answer: before }: Pick<Guest, 'invitation' | 'answer'>,
  { answer, effects }: { answer: GuestAnswer | null; effects: readonly Effect[] },
  event: Conference,
): Record<string, unknown> {
  const isTold = effects.some(({ kind }) => kind === 'mail');
  if (!invitation || !answer || !isTold || answer.channel === 'calendar' || answer.provisional) return {};
  if (answer.kind === 'declined') return withinInvitation(withdrawStep(invitation, answer.at).set);
  const told = toldOf(event);
  if (before?.kind !== 'declined' || !invitation.withdrawnAt || !told) return {};
  return withinInvitation({
    uid: anotherId(invitation.uid),
    sequence: 0,
    timeSequence: 0,
    told,
    withdrawnAt: null,
  });
}

function withinInvitation(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`invitation.${key}`, value]));
}

function anotherId(uid: string): string {
  return `${randomBytes(16).toString('hex')}${uid.slice(uid.indexOf('@'))}`;
}
