import type { z } from 'zod';
import type { Headcount } from '../../../contract/live/attendance.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { paths } from '../../paths.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { sentInstead } from '../events/stand-ins.ts';
import type { ArrivedGuest } from './arrivals.ts';
import { declinedBefore, person } from './present-verdict.ts';
import { unitName, unitRow } from './present-statement.ts';
import type { Statement } from './statement.ts';
import type { Arrivals, AttendanceModel, Missing, Units } from './views.ts';

export interface AttendanceFacts {
  event: Conference;
  count: Headcount;
  arrivals: readonly ArrivedGuest[];
  missing: { guests: readonly Guest[]; count: number };
  statement: Statement;
  canCheckIn: boolean;
  /** The notes about guests are for the organisers. */
  readsNotes: boolean;
}

export function attendanceModel(facts: AttendanceFacts, locale: Locale): z.input<typeof AttendanceModel> {
  const { event } = facts;
  return {
    statement: paths.statement(event),
    door: facts.canCheckIn ? paths.door(event) : null,
    ...figuresModel(event, facts.count),
    arrivals: arrivalsModel(event, facts.arrivals, locale, facts.readsNotes),
    missing: missingModel(event, facts.missing, locale),
    units: unitsModel(event, facts.statement, locale),
  };
}

export function figuresModel(event: Conference, count: Headcount) {
  return { count, countSource: part(event, 'figures') };
}

export function arrivalsModel(
  event: Conference,
  arrivals: readonly ArrivedGuest[],
  locale: Locale,
  readsNotes: boolean,
): z.input<typeof Arrivals> {
  return {
    source: part(event, 'arrivals'),
    isEmpty: arrivals.length === 0,
    arrivals: arrivals.map(({ guest, admission }) => {
      const { name, detail } = person(guest, { locale }, admission.substitute);
      const where = admission.door.name || admission.by;
      const said = [declinedBefore(guest, locale), readsNotes ? guest.note : ''];
      const note = said.filter((each) => each !== '').join(' ');
      return { id: String(guest._id), at: admission.at, name, detail, note, where };
    }),
  };
}

export function missingModel(
  event: Conference,
  { guests, count }: AttendanceFacts['missing'],
  locale: Locale,
): z.input<typeof Missing> {
  const rest = count - guests.length;
  return {
    source: part(event, 'missing'),
    isEmpty: count === 0,
    count,
    more: rest > 0 ? translate(locale, 'attendance.missing-more', { count: rest }) : '',
    guests: guests.map((guest) => ({
      id: String(guest._id),
      name: displayName(guest.name, locale),
      detail: officeIn(guest, locale),
      note: substituteNote(guest, locale),
    })),
  };
}

export function unitsModel(event: Conference, { units }: Statement, locale: Locale): z.input<typeof Units> {
  return {
    source: part(event, 'units'),
    isEmpty: units.length === 0,
    units: units.map(({ unit, ...rest }) => unitRow(unitName(unit, locale), rest, locale)),
  };
}

function substituteNote(guest: Guest, locale: Locale): string {
  const name = sentInstead(guest);
  return name && translate(locale, 'attendance.substitute-comes', { name });
}

function part(event: Conference, name: string): string {
  return `${paths.attendance(event)}?part=${name}`;
}
