import { UNDO_WITHIN_MS } from '../../../../contract/attendance/rules.ts';
import { takeBack } from '../deeds.ts';
import type { Outcome } from '../outcome.ts';
import type { Work } from './work.ts';

/** What was done here, and can be taken back. */
export interface Undoing {
  isOffered: (outcome: Outcome) => boolean;
  isTaken: (outcome: Outcome) => boolean;
  take: (outcome: Outcome) => Promise<void>;
}

export function undoing(
  work: Work,
  { undone, failed }: { undone: (outcome: Outcome) => void; failed: () => void },
): Undoing {
  const taken = new Set<string>();

  function isOffered({ id, admitted, guest, pass, at }: Outcome): boolean {
    if (!admitted || (guest === null && pass === '') || taken.has(id)) return false;
    return work.isSupervisor() || work.desk.clock.now() - at < UNDO_WITHIN_MS;
  }

  return {
    isOffered,
    isTaken: ({ id }) => taken.has(id),
    async take(outcome) {
      if (!isOffered(outcome)) return;
      try {
        await takeBack(work.desk, outcome);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        return failed();
      }
      taken.add(outcome.id);
      undone(outcome);
    },
  };
}
