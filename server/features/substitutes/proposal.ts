import type { Guest, Substitute } from '../../../models/guest.ts';

/** The substitute somebody has proposed and nobody has decided on; null when there is none. */
export function proposalOf({ state, answer, replacedBy }: Guest): Substitute | null {
  if (state !== 'listed' || replacedBy || answer?.kind !== 'substitute') return null;
  if (answer.refusal || answer.provisional) return null;
  return answer.substitute?.name ? answer.substitute : null;
}
