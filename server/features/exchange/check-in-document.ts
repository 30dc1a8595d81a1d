import { randomUUID } from 'node:crypto';
import type { CheckInList } from '../../../contract/attendance/list.ts';
import type { CheckIn, Passage } from '../../../models/check-in.ts';
import type { Decision } from '../../../models/fields/decision.ts';
import { now } from '../../platform/clock.ts';
import { checkInId } from '../attendance/check-in-id.ts';
import { foldCheckIn } from '../attendance/fold-check-in.ts';
import { planOf } from '../door-plan/door-plan.ts';
import { doorPlanDocument, listIdOf } from './door-plan-document.ts';
import type { EventFile } from './format.ts';
import type { CheckInPart, DecisionPart } from './format/check-ins.ts';
import { idOf, type Ids, moment } from './ids.ts';

/** What guests did at the doors, each on the list and by the rule that the file gives it. */
export function checkInDocuments(file: EventFile, ids: Ids): CheckIn[] {
  const { lists } = planOf({ ...file.event, _id: ids.event }, doorPlanDocument(file, ids));
  const passageIds = new Map(
    file.checkIns.map(({ guest, list, passages }) => [`${list} ${guest}`, passages.map(() => randomUUID())]),
  );
  return file.checkIns.map((part) => {
    const list = lists.find(({ id }) => id === listIdOf(part.list, ids));
    if (!list) throw new Error(`The file was not checked: there is no list ${part.list}`);
    return checkInDocument(part, { ids, list, passageIds });
  });
}

interface Copying {
  ids: Ids;
  list: CheckInList;
  /** By list and guest of the file: the ids that the passages get here. */
  passageIds: ReadonlyMap<string, readonly string[]>;
}

function checkInDocument(part: CheckInPart, copying: Copying): CheckIn {
  const { ids, list, passageIds } = copying;
  const guest = idOf(ids.guests, part.guest);
  const passages = passagesOf(part, passageIds.get(`${part.list} ${part.guest}`) ?? []);
  return {
    _id: checkInId(list.id, guest),
    event: ids.event,
    list: list.id,
    guest,
    passages,
    ...foldCheckIn(passages, list),
    ...(part.decisions ? { decisions: part.decisions.map((each) => decisionOf(each, part, copying)) } : {}),
    rev: 1,
    changedAt: now(),
    effects: [],
  };
}

// A scanId belongs to the device that made it and is unique everywhere, so a copy of the event needs its own.
function passagesOf(part: CheckInPart, ids: readonly string[]): Passage[] {
  return part.passages.map(({ takesBack, at, deviceAt, door, ...facts }, place): Passage => {
    const target = takesBack === undefined ? undefined : ids[takesBack - 1];
    return {
      ...facts,
      id: ids[place] ?? '',
      ...(target === undefined ? {} : { target }),
      at: new Date(at),
      deviceAt: moment(deviceAt),
      door: { id: '', name: door },
    };
  });
}

function decisionOf(
  { about, of, entry, companion, elsewhere, at, ...facts }: DecisionPart,
  { list, guest }: CheckInPart,
  { ids, passageIds }: Copying,
): Decision {
  const idAt = (whose: string, place: number): string =>
    passageIds.get(`${list} ${whose}`)?.[place - 1] ?? '';
  const moved = elsewhere ? idAt(elsewhere.guest, elsewhere.passage) : '';
  return {
    ...facts,
    id: randomUUID(),
    about: idAt(guest, about),
    of: idAt(guest, of),
    stands: {
      entry: idAt(guest, entry),
      companion: idAt(guest, companion),
      elsewhere: elsewhere && moved !== '' ? { guest: idOf(ids.guests, elsewhere.guest), id: moved } : null,
    },
    at: new Date(at),
  };
}
