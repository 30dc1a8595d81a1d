import type { Wanted } from '../admit.ts';
import { letInCompanion } from '../deeds.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import { type BadgeWord, printBadge, printFor } from './badge.ts';
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
  badge: (told: Promise<BadgeWord>) => void;
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
      needs.badge(printFor(desk, outcome));
      return outcome;
    },
    async letInCompanions(guest, places) {
      try {
        for (const place of places) needs.remember(await letInCompanion(desk, guest, place));
        return true;
      } catch (error) {
        needs.alarm(notRecorded(desk, error, guest));
        return false;
      }
    },
    async attemptCompanion(guest, place) {
      needs.asking({ guest: guest.id, method: 'search' });
      try {
        needs.present(await letInCompanion(desk, guest, place));
      } catch (error) {
        needs.alarm(notRecorded(desk, error, guest));
      }
    },
    async letOut({ id }) {
      const wanted = { guest: id, method: 'search' as const };
      needs.asking(wanted);
      needs.present(await tryIt(desk, { wanted, extra: {}, direction: 'exit' }));
    },
    alarm: (error, guest) => needs.alarm(notRecorded(desk, error, guest)),
    open: (guest) => openPerson(guest, work, () => needs.badge(printBadge(desk, guest, 'reprint'))),
  };
  return work;
}
