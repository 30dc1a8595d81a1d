import type { GuestStanding } from '../../../contract/states.ts';
import type { Guest } from '../../../models/guest.ts';

/** Where a guest stands. Written in the same update as whatever of the three has changed. */
export function standingOf(guest: {
  state: Guest['state'];
  invitation: { sentAt: Date | null } | null;
  answer: Pick<NonNullable<Guest['answer']>, 'kind' | 'provisional' | 'refusal'> | null;
}): GuestStanding {
  if (guest.state === 'cancelled') return 'cancelled';
  if (guest.answer && holds(guest.answer)) return guest.answer.kind;
  return guest.invitation?.sentAt ? 'no-answer' : 'not-invited';
}

/** Whether an answer counts: not one that a machine may have given, nor a substitute who was refused. */
export function holds(answer: Pick<NonNullable<Guest['answer']>, 'provisional' | 'refusal'>): boolean {
  return !answer.provisional && !answer.refusal;
}
