import type { Wanted } from '../admit.ts';
import { letInCompanions } from '../deeds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { printBadge, printFor } from './badge.ts';
import { openPerson } from './person-sheet.ts';
import { notRecorded, tryIt } from './try-it.ts';
import type { Direction, Work } from './work.ts';

export interface WorkNeeds {
  direction: () => Direction;
  asking: (wanted: Wanted) => void;
  present: (outcome: Outcome) => void;
  alarm: (outcome: Outcome) => void;
  /** Without a band of its own. */
  remember: (outcome: Outcome) => void;
  tell: (sentence: string) => void;
}

/** What the parts of the page do with guests, each showing what came of it. */
export function makeWork(desk: Desk, needs: WorkNeeds): Work {
  const work: Work = {
    desk,
    direction: needs.direction,
    isSupervisor: () => desk.list.setting().profile.rank === 'supervisor',
    async attempt(wanted, extra = {}) {
      needs.asking(wanted);
      // Substitutes and exceptions come in, whichever way the device is set.
      const direction = Object.keys(extra).length > 0 ? 'entry' : needs.direction();
      const outcome = await tryIt(desk, { wanted, extra, direction });
      needs.present(outcome);
      return outcome;
    },
    async letIn({ id }) {
      const wanted = { guest: id, method: 'search' as const };
      const outcome = await tryIt(desk, { wanted, extra: {}, direction: 'entry' });
      if (outcome.verdict === 'not-recorded') needs.alarm(outcome);
      else needs.remember(outcome);
      void printFor(desk, outcome).then(needs.tell);
      return outcome;
    },
    async letInCompanions(guest, places) {
      try {
        await letInCompanions(desk, guest.id, places);
        return true;
      } catch (error) {
        needs.alarm(notRecorded(desk, error, guest));
        return false;
      }
    },
    async letOut({ id }) {
      const wanted = { guest: id, method: 'search' as const };
      needs.asking(wanted);
      needs.present(await tryIt(desk, { wanted, extra: {}, direction: 'exit' }));
    },
    alarm: (error, guest) => needs.alarm(notRecorded(desk, error, guest)),
    open: (guest) => openPerson(guest, work, () => void printBadge(desk, guest, 'reprint').then(needs.tell)),
  };
  return work;
}
