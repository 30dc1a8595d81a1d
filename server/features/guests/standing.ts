import type { GuestStanding } from '../../../contract/states.ts';
import type { Guest } from '../../../models/guest.ts';

/** Where a guest stands. Written in the same update as whatever of the three has changed. */
export function standingOf(guest: {
  state: Guest['state'];
  invitation: { sentAt: Date | null } | null;
  answer: { kind: NonNullable<Guest['answer']>['kind'] } | null;
}): GuestStanding {
  if (guest.state === 'cancelled') return 'cancelled';
  if (guest.answer) return guest.answer.kind;
  return guest.invitation?.sentAt ? 'no-answer' : 'not-invited';
}
