import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { DoorPlan } from '../../../contract/door/plan.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { type FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { ListedDoor } from './doors.ts';
import type { DoorsModel, Rows } from './views.ts';

export interface DoorsFacts {
  event: Conference;
  doors: readonly ListedDoor[];
  plan: DoorPlan;
  can: { manage: boolean; checkIn: boolean };
  now: Date;
}

export function doorsModel(
  facts: DoorsFacts & { form: FormState | null },
  locale: Locale,
): z.input<typeof DoorsModel> {
  const { event, plan, can, form, now } = facts;
  return {
    door: can.checkIn ? paths.door(event) : null,
    canManage: can.manage,
    action: paths.doors(event),
    errors: errorSummary(form),
    fields: formFields({ name: '', profile: '', until: usualLastDay(event, now) }, form),
    profiles: plan.profiles.map(({ id, name }) => ({ value: id, label: name })),
    list: rowsModel(facts, locale),
  };
}

export function rowsModel(
  { event, doors, plan, can, now }: DoorsFacts,
  locale: Locale,
): z.input<typeof Rows> {
  return {
    source: `${paths.doors(event)}?part=list`,
    isEmpty: doors.length === 0,
    doors: doors.map((door) => ({
      id: String(door._id),
      name: door.name,
      profile: profileName(door, plan, locale),
      ...stateOf(door, now, locale),
      until: door.expires,
      seen: door.lastSeenAt ? formatRelative(locale, door.lastSeenAt, now) : '',
      renew: can.manage && !door.revokedAt && !door.isSetUp ? paths.renewDoorSecret(event, door) : null,
      revoke: can.manage && !door.revokedAt ? paths.revokeDoor(event, door) : null,
    })),
  };
}

/** A device usually works until the day after the event; never in the past. */
export function usualLastDay({ days, timeZone }: Pick<Conference, 'days' | 'timeZone'>, now: Date): string {
  const today = localTimeIn(timeZone, now).slice(0, 10);
  const last = days.at(-1) ?? today;
  return Temporal.PlainDate.from(last > today ? last : today)
    .add({ days: 1 })
    .toString();
}

function profileName({ profile }: ListedDoor, { profiles }: DoorPlan, locale: Locale): string {
  if (profile === '') return translate(locale, 'doors.profile-none');
  return profiles.find(({ id }) => id === profile)?.name ?? translate(locale, 'doors.profile-gone');
}

function stateOf(door: ListedDoor, now: Date, locale: Locale): { state: string; tone: string } {
  const told = (key: MessageKey, tone: string) => ({ state: translate(locale, key), tone });
  if (door.wipedAt) return told('doors.state.wiped', 'refused');
  if (door.revokedAt) return told('doors.state.revoked', 'refused');
  if (door.expires <= now) return told('doors.state.expired', 'waiting');
  if (door.isSetUp) return told('doors.state.working', 'present');
  const isLate = (door.enrolment?.expires ?? door.expires) <= now;
  return isLate ? told('doors.state.late', 'waiting') : told('doors.state.waiting', 'live');
}
