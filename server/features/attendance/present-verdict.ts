import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { DoorAnswer } from '../../../contract/door/answer.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Passage } from '../../../models/check-in.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { formatDateTime, formatTime } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import { seatIn } from '../guests/seat-text.ts';
import type { Outcome } from './outcome.ts';
import type { VerdictModel } from './views.ts';

export type Verdict = z.input<typeof VerdictModel> & DoorAnswer;
export interface Place {
  event: Conference;
  locale: Locale;
  now: Date;
}

const icons: Readonly<Record<Verdict['tone'], string>> = {
  welcome: 'circle-check',
  already: 'history',
  refused: 'octagon-x',
  attention: 'bell',
};

/** What came of a scan, as the band and the list show it. `undo` only while the admission still stands. */
export function verdictModel(outcome: Outcome, place: Place): Verdict {
  switch (outcome.verdict) {
    case 'welcome':
      return welcome(outcome, place);
    case 'already-here':
      return {
        ...of('already', outcome, place),
        ...person(outcome.guest, place, outcome.first.substitute),
        note: since(outcome.first, place),
      };
    case 'cancelled':
      return {
        ...of('refused', outcome, place),
        ...person(outcome.guest, place, ''),
        seat: '',
        note: gone(outcome.guest, place),
      };
    case 'wrong-category':
    case 'wrong-gate':
    case 'too-early':
    case 'too-late':
    case 'not-inside':
      return {
        ...of('refused', outcome, place),
        ...person(outcome.guest, place, ''),
        seat: '',
        note: translate(place.locale, `attendance.reason.${outcome.verdict}`),
      };
    case 'not-open':
      return { ...of('refused', outcome, place), note: notOpen(place) };
    case 'pass-revoked':
    case 'pass-replaced':
      return {
        ...of('refused', outcome, place),
        ...person(outcome.guest, place, ''),
        seat: '',
        note: translate(place.locale, `passes.reason.${outcome.verdict}`),
      };
    case 'unknown-code':
    case 'other-event':
      return { ...of('refused', outcome, place), note: reason(outcome.verdict, place) };
    case 'forged':
    case 'pass-expired':
    case 'not-listed':
      return {
        ...of('refused', outcome, place),
        note: translate(place.locale, `passes.reason.${outcome.verdict}`),
      };
    case 'not-synced':
      return {
        ...of('attention', outcome, place),
        word: translate(place.locale, 'passes.verdict.not-synced'),
        note: translate(place.locale, 'passes.reason.not-synced'),
      };
  }
}

/** An empty one, for the templates from which the browser makes its own. */
export const blankVerdict: Verdict = {
  scanId: '',
  tone: 'refused',
  icon: icons.refused,
  word: '',
  name: '',
  detail: '',
  seat: '',
  note: '',
  clock: '',
  undo: { guest: '', scanId: '', undoId: '' },
};

/** Why nobody is let in at all; empty while the doors are open. */
export function notOpen({ event, locale }: Pick<Place, 'event' | 'locale'>): string {
  if (event.state === 'published' || event.state === 'live') return '';
  return translate(locale, event.state === 'draft' ? 'attendance.door-draft' : 'attendance.door-closed');
}

/** What the door should know of somebody: that there is a note for the organisers, but not what it says. */
export function remarks(guest: Guest, locale: Locale): string {
  const noted = guest.note ? translate(locale, 'attendance.see-organisers') : '';
  const revoked = guest.pass?.revokedAt ? translate(locale, 'passes.was-revoked') : '';
  return [declinedBefore(guest, locale), revoked, noted].filter((each) => each !== '').join(' ');
}

export function declinedBefore(guest: Pick<Guest, 'standing'>, locale: Locale): string {
  return guest.standing === 'declined' ? translate(locale, 'attendance.had-declined') : '';
}

/** The person who stands at the door: the guest, or the one who comes in their place. */
export function person(
  guest: Guest,
  { locale }: Pick<Place, 'locale'>,
  substitute: string,
): Pick<Verdict, 'name' | 'detail' | 'seat'> {
  const name = displayName(guest.name, locale);
  const seat = guest.seat ? translate(locale, 'attendance.seat', { seat: seatIn(guest.seat, locale) }) : '';
  if (!substitute) return { name, detail: ownDetail(guest, locale), seat };
  return { name: substitute, detail: translate(locale, 'attendance.in-place-of', { name }), seat };
}

/** Their office; of a substitute, whose seat it is. */
function ownDetail(guest: Guest, locale: Locale): string {
  const { standsFor } = guest;
  if (!standsFor) return officeIn(guest, locale);
  return translate(locale, 'attendance.in-place-of', { name: displayName(standsFor.name, locale) });
}

/** When somebody came in, where, and by whom it was recorded. */
export function since(admission: Passage, { event, locale, now }: Place): string {
  const { timeZone } = event;
  const isToday =
    localTimeIn(timeZone, admission.at).slice(0, 10) === localTimeIn(timeZone, now).slice(0, 10);
  const time = isToday
    ? formatTime(locale, admission.at, timeZone)
    : formatDateTime(locale, admission.at, timeZone, 'short');
  const { door, by } = admission;
  if (door.name === '') return translate(locale, 'attendance.in-by', { time, by });
  return door.name === by
    ? translate(locale, 'attendance.in-at', { time, door: door.name })
    : translate(locale, 'attendance.in-at-by', { time, door: door.name, by });
}

function welcome(outcome: Extract<Outcome, { verdict: 'welcome' }>, place: Place): Verdict {
  const { guest, admission, scanId } = outcome;
  const note = remarks(guest, place.locale);
  return {
    ...of(note ? 'attention' : 'welcome', outcome, place),
    ...person(guest, place, admission.substitute),
    note,
    clock: formatTime(place.locale, admission.at, place.event.timeZone),
    undo: { guest: String(guest._id), scanId, undoId: randomUUID() },
  };
}

function of(tone: Verdict['tone'], { scanId }: Outcome, { event, locale, now }: Place): Verdict {
  const word = translate(locale, `attendance.verdict.${tone}`);
  return {
    ...blankVerdict,
    scanId,
    tone,
    icon: icons[tone],
    word,
    clock: formatTime(locale, now, event.timeZone),
    undo: null,
  };
}

function gone({ state, replacedBy }: Guest, place: Place): string {
  if (state === 'cancelled' || !replacedBy) return reason('cancelled', place);
  return translate(place.locale, 'attendance.reason.replaced', { name: replacedBy.name });
}

function reason(verdict: 'cancelled' | 'unknown-code' | 'other-event', { locale }: Place): string {
  return translate(locale, `attendance.reason.${verdict}` satisfies MessageKey);
}
