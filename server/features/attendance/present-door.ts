import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Headcount } from '../../../contract/live/attendance.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { sentInstead } from '../events/stand-ins.ts';
import type { Outcome } from './outcome.ts';
import {
  blankVerdict,
  notOpen,
  person,
  type Place,
  remarks,
  type Verdict,
  verdictModel,
} from './present-verdict.ts';
import type { RecentScan } from './recent-scans.ts';
import type { DoorModel } from './views.ts';

type Model = z.input<typeof DoorModel>;

export interface DoorFacts {
  count: Headcount;
  query: string;
  found: readonly Guest[];
  outcome: Outcome | null;
  recent: readonly RecentScan[];
}

export function doorModel(facts: DoorFacts, place: Place): Model {
  const { event } = place;
  const standing = new Set(facts.recent.filter((each) => each.standing).map(({ outcome }) => outcome.scanId));
  return {
    action: paths.door(event),
    search: paths.doorSearch(event),
    undoAction: paths.undoCheckIn(event),
    closed: notOpen(place),
    count: countModel(facts.count, place),
    results: resultsModel(facts.query, facts.found, place),
    verdict: facts.outcome && verdictModel(facts.outcome, place),
    recent: facts.recent.map(({ outcome, at }) => line(outcome, { ...place, now: at }, standing)),
    blank: blankVerdict,
  };
}

export function countModel(
  { present, companions, expected }: Headcount,
  { event, locale }: Pick<Place, 'event' | 'locale'>,
): Model['count'] {
  const source = `${paths.door(event)}?part=count`;
  const along = companions > 0 ? translate(locale, 'attendance.along', { count: companions }) : '';
  return {
    source,
    present,
    expected,
    along,
    most: Math.max(1, present, expected),
  };
}

export function resultsModel(query: string, found: readonly Guest[], place: Place): Model['results'] {
  return {
    checkIns: paths.checkIns(place.event),
    query,
    searched: query !== '',
    isEmpty: query !== '' && found.length === 0,
    people: found.map((guest) => personModel(guest, place)),
  };
}

/** Only what still stands can be taken back. */
function line(outcome: Outcome, place: Place, standing: ReadonlySet<string>): Verdict {
  const verdict = verdictModel(outcome, place);
  if (verdict.undo === null || standing.has(outcome.scanId)) return verdict;
  return { ...verdict, undo: null, word: translate(place.locale, 'attendance.undone') };
}

function personModel(guest: Guest, place: Place): Model['results']['people'][number] {
  const { locale, event } = place;
  const substitute = sentInstead(guest);
  return {
    id: String(guest._id),
    ...person(guest, place, substitute),
    ...stand(guest, place),
    note: remarks(guest, locale),
    scanId: randomUUID(),
    admits:
      guest.state !== 'cancelled' &&
      !guest.replacedBy &&
      !guest.arrivedAt &&
      notOpen({ event, locale }) === '',
  };
}

function stand(guest: Guest, { locale, event }: Place): { stand: string; tone: string } {
  if (guest.arrivedAt) {
    const time = formatTime(locale, guest.arrivedAt, event.timeZone);
    return { stand: translate(locale, 'attendance.inside-since', { time }), tone: 'present' };
  }
  if (guest.replacedBy)
    return {
      stand: translate(locale, 'attendance.stand.replaced', { name: guest.replacedBy.name }),
      tone: 'refused',
    };
  const tone = tones[guest.standing] ?? 'waiting';
  return { stand: translate(locale, `attendance.stand.${guest.standing}`), tone };
}

const tones: Readonly<Partial<Record<Guest['standing'], string>>> = {
  cancelled: 'refused',
  declined: 'attention',
};
