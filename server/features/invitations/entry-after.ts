import type { Effect } from '../../../models/fields/effects.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest, GuestAnswer, Invitation } from '../../../models/guest.ts';
import { toldOf } from '../events/event-calendar.ts';
import { holds } from '../guests/standing.ts';
import { calendarId } from './calendar-id.ts';
import { withdrawStep } from './calendar-step.ts';

interface Answering {
  answer: GuestAnswer | null;
  effects: readonly Effect[];
}

/**
 * What an answer does to the entry in the guest's calendar. Who declines loses it, when a mail goes with the answer;
 * a calendar that has declined by itself knows already. Who is awaited again after that is written to again like
 * everybody else, however that came about.
 */
export function entryAfter(
  { invitation, answer: before, answers }: Pick<Guest, 'invitation' | 'answer' | 'answers'>,
  { answer, effects }: Answering,
  event: Conference,
): Record<string, unknown> {
  if (!invitation || (answer && !holds(answer))) return {};
  const isTold = effects.some(({ kind }) => kind === 'mail');
  if (answer?.kind === 'declined') {
    if (!isTold || answer.channel === 'calendar') return {};
    return withinInvitation(withdrawStep(invitation, answer.at).set);
  }
  if (!hasGoneByDecline(invitation, before ? [...answers, before] : answers)) return {};
  return withinInvitation(entryAnew(invitation, answer, isTold ? toldOf(event) : null));
}

/** A cancellation or a withdrawal takes the entry as well, and an answer does not bring that one back. */
function hasGoneByDecline({ withdrawnAt }: Invitation, answers: readonly GuestAnswer[]): boolean {
  if (!withdrawnAt) return false;
  const declines = answers.filter(({ kind }) => kind === 'declined');
  if (declines.some(({ at }) => at.getTime() === withdrawnAt.getTime())) return true;
  return answers.findLast(holds)?.kind === 'declined';
}

/**
 * Under a new UID, because calendars are done with the old one; the mail that confirms coming brings the entry at
 * once, otherwise the next letter does. A calendar that accepts has the old entry still, and goes on with it.
 */
function entryAnew(
  { uid, sequence }: Invitation,
  answer: GuestAnswer | null,
  told: Invitation['told'],
): Partial<Invitation> {
  if (answer?.channel === 'calendar') return { sequence: sequence + 1, withdrawnAt: null };
  return {
    uid: calendarId(uid),
    sequence: 0,
    timeSequence: 0,
    told: answer?.kind === 'attending' ? (told ?? null) : null,
    withdrawnAt: null,
  };
}

function withinInvitation(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`invitation.${key}`, value]));
}
