import type { GuestAnswer } from '../../../models/guest.ts';

/** Whether somebody will come on this answer, and needs a pass. */
export function hasPass(answer: Pick<GuestAnswer, 'kind'> | null): boolean {
  return answer?.kind === 'attending' || answer?.kind === 'substitute';
}
