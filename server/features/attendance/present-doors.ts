import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { type FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { ListedDoor } from './doors.ts';
import type { DoorsModel } from './views.ts';

type Model = z.input<typeof DoorsModel>;

export interface DoorsFacts {
  event: Conference;
  doors: readonly ListedDoor[];
  can: { manage: boolean; checkIn: boolean };
  form: FormState | null;
  now: Date;
}

export function doorsModel({ event, doors, can, form, now }: DoorsFacts, locale: Locale): Model {
  return {
    door: can.checkIn ? paths.door(event) : null,
    canManage: can.manage,
    action: paths.doors(event),
    errors: errorSummary(form),
    fields: formFields({ name: '', until: usualLastDay(event, now) }, form),
    doors: doors.map((door) => ({
      name: door.name,
      ...stateOf(door, now, locale),
      until: door.expires,
      seen: door.lastSeenAt ? formatRelative(locale, door.lastSeenAt, now) : '',
      revoke: can.manage && !door.revokedAt ? paths.revokeDoor(event, door) : null,
    })),
    isEmpty: doors.length === 0,
  };
}

/** A door usually works until the day after the event; never in the past. */
export function usualLastDay({ days, timeZone }: Pick<Conference, 'days' | 'timeZone'>, now: Date): string {
  const today = localTimeIn(timeZone, now).slice(0, 10);
  const last = days.at(-1) ?? today;
  return Temporal.PlainDate.from(last > today ? last : today)
    .add({ days: 1 })
    .toString();
}

function stateOf(
  { revokedAt, expires }: ListedDoor,
  now: Date,
  locale: Locale,
): { state: string; tone: string } {
  if (revokedAt) return { state: translate(locale, 'attendance.door-revoked'), tone: 'refused' };
  if (expires <= now) return { state: translate(locale, 'attendance.door-expired'), tone: 'waiting' };
  return { state: translate(locale, 'attendance.door-active'), tone: 'present' };
}
