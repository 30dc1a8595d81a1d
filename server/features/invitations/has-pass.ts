import type { Guest, GuestAnswer } from '../../../models/guest.ts';
import { holds } from '../guests/standing.ts';

/** Whether the guest will come on this answer, and needs a pass. A substitute gets a pass of their own. */
export function hasPass(answer: Pick<GuestAnswer, 'kind' | 'provisional' | 'refusal'> | null): boolean {
  return answer !== null && answer.kind === 'attending' && holds(answer);
}

/** Whether there is a pass to be shown to them: one that was revoked is not. */
export function holdsPass({ answer, pass }: Pick<Guest, 'answer' | 'pass'>): boolean {
  return hasPass(answer) && !pass?.revokedAt;
}
