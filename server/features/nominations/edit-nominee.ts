import type { Nomination, Nominee } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { NotFound, Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { changeNomination } from './change-nomination.ts';
import type { NomineeInput } from './input.ts';
import { factsOf, refuseTwice } from './name-nominee.ts';
import { refuseUnlessLive, refuseUnlessOpen } from './refuse-closed.ts';

/** Mends a name. One that was sent back goes to the organisers again, also after the deadline: they asked for it. */
export async function editNominee(
  access: Access,
  id: string,
  { nominee, input }: { nominee: string; input: NomineeInput },
): Promise<Nomination> {
  demand(access, 'nominations.name');
  return changeNomination(access, id, (nomination) => {
    const before = nomineeOf(nomination, nominee);
    refuseChange(access, nomination, before);
    refuseTwice(nomination, input, nominee);
    const after: Nominee = { ...before, ...factsOf(input), state: 'named', remark: '', changedAt: now() };
    return {
      set: { nominees: nomination.nominees.map((one) => (one === before ? after : one)), activeAt: now() },
      action: 'audit.nominations.mended',
      params: { name: displayName(after.name, 'vi') },
    };
  });
}

/** Takes a name off the list, as long as nobody has been invited because of it. */
export async function removeNominee(access: Access, id: string, nominee: string): Promise<Nomination> {
  demand(access, 'nominations.name');
  return changeNomination(access, id, (nomination) => {
    const before = nomination.nominees.find((one) => one.id === nominee);
    if (!before) return null;
    refuseChange(access, nomination, before);
    return {
      set: {
        nominees: nomination.nominees.filter(
          ({ id: each, replaces }) => each !== nominee && replaces !== nominee,
        ),
        activeAt: now(),
      },
      action: 'audit.nominations.removed',
      params: { name: displayName(before.name, 'vi') },
    };
  });
}

/** A nominee on this list. */
export function nomineeOf({ nominees }: Pick<Nomination, 'nominees'>, id: string): Nominee {
  const nominee = nominees.find((one) => one.id === id);
  if (!nominee) throw new NotFound('nominations.error.gone');
  return nominee;
}

function refuseChange({ event }: Access, nomination: Nomination, { state, replaces }: Nominee): void {
  if (state === 'accepted' || state === 'replaced') throw new Refused('nominations.error.accepted');
  if (state === 'returned' || replaces !== '') refuseUnlessLive(event, nomination, now());
  else refuseUnlessOpen(event, nomination, now());
}
