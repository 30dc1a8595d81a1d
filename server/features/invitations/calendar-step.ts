import type { AnswerKind } from '../../../contract/states.ts';
import type { Invitation } from '../../../models/guest.ts';
import type { Told } from '../../../models/wave.ts';
import type { CalendarAttendee, Day } from '../../platform/calendar.ts';

/** What a letter tells the guest's calendar; decided and counted in the same write that orders the letter. */
export interface CalendarMessage {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  partstat: CalendarAttendee['partstat'];
  rsvp: boolean;
  /** The time it speaks of, as in `Told`. */
  time: string;
}

export interface CalendarStep {
  message: CalendarMessage | null;
  /** What changes in the invitation. */
  set: Partial<Pick<Invitation, 'sequence' | 'told' | 'timeSequence' | 'withdrawnAt'>>;
  /** An answer that there was belongs to the old date. */
  asksAgain: boolean;
}

export type CalendarFacts = Pick<Invitation, 'uid' | 'sequence' | 'told' | 'withdrawnAt'>;

interface Situation {
  now: Told | null;
  answer: { kind: AnswerKind; beforeChange?: boolean } | null;
}

const nothing: CalendarStep = { message: null, set: {}, asksAgain: false };

/**
 * The next request for an invitation. Another time: SEQUENCE rises and the answer is asked for again. Another place:
 * SEQUENCE rises and the answer stays. Otherwise both stay and only the stamp is new.
 */
export function requestStep(invitation: CalendarFacts, { now, answer }: Situation): CalendarStep {
  if (!now || invitation.withdrawnAt || invitation.uid === '') return nothing;
  const { uid, told } = invitation;
  const isMoved = Boolean(told) && told?.time !== now.time;
  const isElsewhere = Boolean(told) && told?.place !== now.place;
  const sequence = invitation.sequence + (isMoved || isElsewhere ? 1 : 0);
  const partstat = isMoved || answer?.beforeChange ? 'NEEDS-ACTION' : partstatOf(answer);
  const rsvp = isMoved || (!told && partstat === 'NEEDS-ACTION');
  return {
    message: { method: 'REQUEST', uid, sequence, partstat, rsvp, time: now.time },
    set: { sequence, told: now, ...(isMoved ? { timeSequence: sequence } : {}) },
    asksAgain: isMoved && answer !== null,
  };
}

/** Takes the entry out of the guest's calendar: the last message under its UID. */
export function withdrawStep(invitation: CalendarFacts, at: Date): CalendarStep {
  const { uid, told, withdrawnAt } = invitation;
  if (!told || withdrawnAt || uid === '') return nothing;
  const sequence = invitation.sequence + 1;
  return {
    message: { method: 'CANCEL', uid, sequence, partstat: 'NEEDS-ACTION', rsvp: false, time: told.time },
    set: { sequence, told: null, withdrawnAt: at },
    asksAgain: false,
  };
}

export function partstatOf(answer: { kind: AnswerKind } | null): CalendarAttendee['partstat'] {
  switch (answer?.kind) {
    case 'attending':
      return 'ACCEPTED';
    case 'declined':
      return 'DECLINED';
    case 'tentative':
    case 'substitute':
      return 'TENTATIVE';
    case undefined:
      return 'NEEDS-ACTION';
  }
}

/** The time of a message as a calendar writes it: instants, or whole days. */
export function periodIn(time: string): { start: Date; end: Date } | { start: Day; end: Day } {
  const [start = '', end = ''] = time.split('/');
  if (start.includes('T')) return { start: new Date(start), end: new Date(end) };
  return { start: start as Day, end: end as Day };
}
