import type { Effect } from '../../../models/fields/effects.ts';
import { type Nomination, Nominations, type Nominee } from '../../../models/nomination.ts';
import { now } from '../../platform/clock.ts';
import { settleNow } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import { type Access, demand } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import { changeNomination } from './change-nomination.ts';
import { nomineeOf } from './edit-nominee.ts';
import { acceptable } from './acceptable.ts';
import { resemblances } from './find-listed.ts';
import { loadNomination } from './load-nomination.ts';
import { mayBeAccepted } from './may-be-accepted.ts';

/** Accepts a name. The guest, and the end of whom they replace, follow from it, however often it is pressed. */
export async function acceptNominee(access: Access, id: string, nominee: string): Promise<Nomination> {
  return accept(access, id, (nomination) => {
    const one = nomineeOf(nomination, nominee);
    if (one.state === 'accepted') return [];
    if (one.state !== 'named') throw new Refused('nominations.error.not-waiting');
    return [one];
  });
}

/**
 * Accepts everybody who waits and has a seat. Those beyond the quota, replacements, and whoever may be on the guest
 * list already are decided one by one.
 */
export async function acceptAll(access: Access, id: string): Promise<Nomination> {
  const { nominees } = await loadNomination(access, id);
  const met = await resemblances(access, nominees);
  return accept(access, id, (nomination) => acceptable(nomination, met));
}

async function accept(
  access: Access,
  id: string,
  choose: (nomination: Nomination) => readonly Nominee[],
): Promise<Nomination> {
  demand(access, 'nominations.accept');
  const changed = await changeNomination(access, id, (nomination) => {
    const chosen = choose(nomination);
    const [first] = chosen;
    if (!first) return null;
    if (!mayBeAccepted(access.event, nomination, now())) throw new Refused('nominations.error.not-submitted');
    return {
      set: { nominees: afterwards(nomination.nominees, chosen) },
      action: 'audit.nominations.accepted',
      params: { count: chosen.length, name: displayName(first.name, 'vi') },
      effects: [acceptance(access, nomination, chosen)],
    };
  });
  await settleNow(Nominations, changed._id);
  return loadNomination(access, id);
}

function afterwards(nominees: readonly Nominee[], chosen: readonly Nominee[]): Nominee[] {
  const replaced = new Set(chosen.map(({ replaces }) => replaces).filter((id) => id !== ''));
  return nominees.map((one) => {
    if (chosen.includes(one)) return { ...one, state: 'accepted', remark: '' };
    return replaced.has(one.id) ? { ...one, state: 'replaced' } : one;
  });
}

function acceptance({ actor, event }: Access, { _id, rev }: Nomination, chosen: readonly Nominee[]): Effect {
  return {
    id: `nominees:${String(_id)}:${rev + 1}`,
    kind: 'nominees-accepted',
    data: {
      event: String(event._id),
      nomination: String(_id),
      nominees: chosen.map(({ id }) => id),
      actor: { ...actor },
    },
    at: now(),
  };
}
