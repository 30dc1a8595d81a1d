import type { CheckIn, Passage } from '../../../../models/check-in.ts';
import { eventList } from '../../door-plan/door-plan.ts';
import type { CheckInPart } from '../format/check-ins.ts';
import { decisionPart } from './decision-part.ts';
import type { Refs } from './refs.ts';
import { moment, text } from './values.ts';

export function checkInPart(checkIn: CheckIn, refs: Refs, all: readonly CheckIn[]): CheckInPart {
  const { event, guest, list, passages, decisions = [] } = checkIn;
  return {
    guest: refs.guest(guest),
    list: list === eventList({ _id: event }) ? '' : refs.list(list),
    passages: passages.map((each) => passagePart(each, passages)),
    ...(decisions.length === 0
      ? {}
      : { decisions: decisions.map((each) => decisionPart(each, checkIn, { refs, all })) }),
  };
}

function passagePart(passage: Passage, all: readonly Passage[]): CheckInPart['passages'][number] {
  const { kind, at, deviceAt, door, seq, by, method, substitute, override, place, offline, uncertain } =
    passage;
  const takesBack = kind === 'undo' ? all.findIndex(({ id }) => id === passage.target) + 1 : 0;
  return {
    kind,
    ...(takesBack > 0 ? { takesBack } : {}),
    ...(place === undefined ? {} : { place }),
    at: at.toISOString(),
    deviceAt: moment(deviceAt),
    door: text(door.name),
    seq,
    by: text(by),
    method,
    substitute: text(substitute),
    ...(override === undefined ? {} : { override: text(override) }),
    ...(offline ? { offline } : {}),
    ...(uncertain ? { uncertain } : {}),
  };
}
