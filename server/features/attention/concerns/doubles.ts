import { paths } from '../../../paths.ts';
import { localTimeIn } from '../../../platform/zoned-time.ts';
import { type DoubleCase, doubles as allDoubles, doublesWaiting } from '../../reconciliation/doubles.ts';
import { type StrayCase, strays, straysWaiting } from '../../reconciliation/strays.ts';
import type { Access } from '../../access/access.ts';
import type { Concern, ConcernRow } from '../concern.ts';
import { person } from '../person.ts';

const NO_DOOR = 'none';

/** Entries that contradict another, and uploads that mean nobody, until somebody has decided. */
export const doubles: Concern = {
  kind: 'doubles',
  tone: 'refused',
  icon: 'users',
  place: ({ event }) => paths.reconciliation(event),
  count: async ({ access }) => {
    const [contradictions, uploads] = await Promise.all([doublesWaiting(access), straysWaiting(access)]);
    return contradictions + uploads;
  },
  rows: async ({ access }, { limit, keys }) => {
    const [contradictions, uploads] = await Promise.all([allDoubles(access), strays(access)]);
    const rows = [
      ...contradictions
        .filter(({ decisions }) => decisions.length === 0)
        .map((each) => doubleRow(access, each)),
      ...uploads.filter(({ stray }) => !stray.decisions?.length).map((each) => strayRow(access, each)),
    ];
    return rows.filter(({ key }) => !keys || keys.includes(key)).slice(0, limit);
  },
};

function doubleRow(access: Access, { about, second, guest }: DoubleCase): ConcernRow {
  return {
    key: about,
    mark: about,
    who: person(access, guest),
    say: 'attention.say.double',
    params: { time: clock(access, second.at), door: second.door.name || NO_DOOR },
    since: second.at,
    act: { label: 'attention.act.reconcile', href: `${paths.reconciliation(access.event)}#case-${about}` },
  };
}

function strayRow(access: Access, { stray, facts }: StrayCase): ConcernRow {
  const { event } = access;
  return {
    key: stray._id,
    mark: stray._id,
    who: {
      kind: 'thing',
      name: stray.door.name ? { vi: stray.door.name } : event.title,
      detail: facts.text,
      href: paths.reconciliation(event),
    },
    say: 'attention.say.stray',
    params: { time: clock(access, stray.receivedAt) },
    since: stray.receivedAt,
    act: { label: 'attention.act.reconcile', href: paths.reconciliation(event) },
  };
}

/** The same in every language. */
function clock({ event }: Access, at: Date): string {
  return localTimeIn(event.timeZone, at).slice(11, 16);
}
