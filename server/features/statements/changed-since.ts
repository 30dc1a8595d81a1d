import type { FrozenStatement } from '../../../models/statement.ts';
import { now } from '../../platform/clock.ts';
import type { Access } from '../access/access.ts';
import { statement } from '../attendance/statement.ts';
import { type Attendee, attendees } from './attendees.ts';

const NAMED = 20;

export interface Since {
  came: Attendee['guest'][];
  cameCount: number;
  /** There then, and not any more: gone, or taken back. */
  left: Attendee['guest'][];
  leftCount: number;
  present: number;
  summoned: number;
}

/** What is different in the hall from what was stated. */
export async function changedSince({ event }: Access, frozen: FrozenStatement): Promise<Since> {
  const people = await attendees(event, now());
  const before = new Set(frozen.present.map(String));
  const came = people.filter(({ guest, present }) => present && !before.has(String(guest._id)));
  const left = people.filter(({ guest, present }) => !present && before.has(String(guest._id)));
  const { present, summoned } = statement(people);
  return {
    came: came.slice(0, NAMED).map(({ guest }) => guest),
    cameCount: came.length,
    left: left.slice(0, NAMED).map(({ guest }) => guest),
    leftCount: left.length,
    present,
    summoned,
  };
}
