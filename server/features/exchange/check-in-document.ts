import { randomUUID } from 'node:crypto';
import type { CheckIn, Passage } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import { now } from '../../platform/clock.ts';
import { checkInId, eventList, wholeEvent } from '../attendance/check-in-list.ts';
import { foldCheckIn } from '../attendance/fold-check-in.ts';
import type { CheckInPart } from './format/check-ins.ts';
import { idOf, type Ids, moment } from './ids.ts';

export function checkInDocument(
  part: CheckInPart,
  ids: Ids,
  event: Pick<Conference, 'title' | 'timeZone'>,
): CheckIn {
  const guest = idOf(ids.guests, part.guest);
  const list = eventList({ _id: ids.event });
  const passages = passagesOf(part);
  return {
    _id: checkInId(list, guest),
    event: ids.event,
    list,
    guest,
    passages,
    ...foldCheckIn(passages, wholeEvent({ ...event, _id: ids.event })),
    rev: 1,
    changedAt: now(),
    effects: [],
  };
}

// A scanId belongs to the device that made it and is unique everywhere, so a copy of the event needs its own.
function passagesOf(part: CheckInPart): Passage[] {
  const ids = part.passages.map(() => randomUUID());
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
