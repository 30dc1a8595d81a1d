import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { DoorPlan, DoorProfile } from '../../../contract/door/plan.ts';
import { SILENT_MS } from '../../../contract/door/silence.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { type FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { formatNumber, formatRelative } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import { usualProfiles } from '../door-plan/usual-profiles.ts';
import { type DoorWarning, doorWarnings } from './door-warnings.ts';
import type { ListedDoor } from './doors.ts';
import type { DoorsModel, Row, Rows } from './views.ts';

export interface DoorsFacts {
  event: Conference;
  doors: readonly ListedDoor[];
  plan: DoorPlan;
  can: { manage: boolean; checkIn: boolean };
  now: Date;
}

type RowModel = z.input<typeof Row>;

export function doorsModel(
  facts: DoorsFacts & { form: FormState | null },
  locale: Locale,
): z.input<typeof DoorsModel> {
  const { event, can, form, now } = facts;
  return {
    door: can.checkIn ? paths.door(event) : null,
    canManage: can.manage,
    action: paths.doors(event),
    queue: paths.doorQueue(event),
    errors: errorSummary(form),
    fields: formFields({ name: '', profile: '', until: usualLastDay(event, now) }, form),
    profiles: profileChoices(facts, locale),
    list: rowsModel(facts, locale),
  };
}

/** What it may do without a profile, the profiles there are, and those that are usual: nobody has to plan first. */
function profileChoices({ plan }: DoorsFacts, locale: Locale): z.input<typeof DoorsModel>['profiles'] {
  const known = [...plan.profiles, ...usualProfiles(plan.profiles, (key) => translate(locale, key))];
  return [
    {
      value: '',
      label: translate(locale, 'doors.profile-none'),
      hint: translate(locale, 'doors.profile-none-means'),
    },
    ...known.map((profile) => ({
      value: profile.id,
      label: profile.name,
      hint: meansOf(profile, locale),
    })),
  ];
}

function meansOf({ rank, pace, kiosk }: DoorProfile, locale: Locale): string {
  const keys = [
    `door-plan.in-words.rank.${rank}`,
    `door-plan.in-words.pace.${pace}`,
    ...(kiosk ? (['door-plan.in-words.kiosk'] as const) : []),
  ] as const;
  return keys.map((key) => translate(locale, key)).join(' ');
}

export function rowsModel(facts: DoorsFacts, locale: Locale): z.input<typeof Rows> {
  return {
    source: `${paths.doors(facts.event)}?part=list`,
    isEmpty: facts.doors.length === 0,
    doors: facts.doors.map((door) => rowModel(door, facts, locale)),
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

function rowModel(door: ListedDoor, facts: DoorsFacts, locale: Locale): RowModel {
  const { event, plan, can, now } = facts;
  const isOpen = !door.revokedAt;
  return {
    id: String(door._id),
    name: door.name,
    profile: profileName(door, plan, locale),
    ...stateOf(door, now, locale),
    until: door.expires,
    told: toldBy(door, now, locale),
    warnings: doorWarnings(door, now).map((warning) => warningModel(warning, door, locale)),
    renew: can.manage && isOpen && !door.isSetUp ? paths.renewDoorSecret(event, door) : null,
    revoke: can.manage && isOpen ? paths.revokeDoor(event, door) : null,
    changeProfile:
      can.manage && isOpen && plan.profiles.length > 0 ? paths.changeDoorProfile(event, door) : null,
    profiles: plan.profiles.map(({ id, name }) => ({
      value: id,
      label: name,
      selected: id === door.profile,
    })),
  };
}

function profileName({ profile }: ListedDoor, { profiles, gates }: DoorPlan, locale: Locale): string {
  if (profile === '') return translate(locale, 'doors.profile-none');
  const found = profiles.find(({ id }) => id === profile);
  if (!found) return translate(locale, 'doors.profile-gone');
  const gate = gates.find(({ id }) => id === found.gate);
  return gate && gate.name !== found.name ? `${found.name} · ${gate.name}` : found.name;
}

/** What it last said of itself, when, and in which version. */
function toldBy({ lastSeenAt, contact, wipedAt }: ListedDoor, now: Date, locale: Locale): string[] {
  if (!lastSeenAt || !contact) return [];
  const { unsynced } = contact;
  return [
    translate(locale, 'doors.seen', { when: formatRelative(locale, lastSeenAt, now) }),
    // What a device could read it has sent before it wiped itself.
    wipedAt && unsynced > 0
      ? translate(locale, 'doors.wiped-unreadable', { count: unsynced })
      : sentText(unsynced, now.getTime() - lastSeenAt.getTime(), locale),
    contact.version === '' ? '' : translate(locale, 'doors.version', { version: contact.version }),
  ].filter((text) => text !== '');
}

/** Of a device that is silent this is what it said last: much may have happened at its door since. */
function sentText(count: number, silence: number, locale: Locale): string {
  const key = silence > SILENT_MS ? 'doors.waiting-at-last-contact' : 'doors.waiting-scans';
  return translate(locale, key, { count });
}

function warningModel(warning: DoorWarning, { contact }: ListedDoor, locale: Locale) {
  const seconds = (contact?.offset ?? 0) / 1000;
  const text = {
    'lost-data': () => translate(locale, 'doors.warning.lost-data'),
    silent: () => translate(locale, 'doors.warning.silent', { count: contact?.unsynced ?? 0 }),
    unsynced: () => translate(locale, 'doors.warning.unsynced', { count: contact?.unsynced ?? 0 }),
    clock: () =>
      translate(locale, seconds > 0 ? 'doors.warning.clock-fast' : 'doors.warning.clock-slow', {
        seconds: formatNumber(locale, Math.abs(seconds), 0),
      }),
  };
  return { text: text[warning](), tone: warning === 'lost-data' ? 'refused' : 'waiting' };
}

function stateOf(door: ListedDoor, now: Date, locale: Locale): { state: string; tone: string } {
  const told = (key: MessageKey, tone: string) => ({ state: translate(locale, key), tone });
  if (door.wipedAt) return told('doors.state.wiped', '');
  if (door.revokedAt) return told('doors.state.revoked', 'refused');
  if (door.expires <= now) return told('doors.state.expired', 'waiting');
  if (door.isSetUp) return told('doors.state.working', 'present');
  const isLate = (door.enrolment?.expires ?? door.expires) <= now;
  return isLate ? told('doors.state.late', 'waiting') : told('doors.state.waiting', 'live');
}
