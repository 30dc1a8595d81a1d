import type { Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import type { Conference } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { otherVersion } from '../../platform/http/other-version.ts';
import { formatZone } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { localTimeIn } from '../../platform/zoned-time.ts';
import type { views } from './views.ts';

type Edit = ViewModel<typeof views, 'events/edit'>;

export function editModel(locale: Locale, event: Conference, form: FormState | null, now: Date): Edit {
  const values = editValues(event);
  const choices = {
    defaultLocale: locales.map((value) => ({ value, label: translate(locale, `common.language.${value}`) })),
    partOfDay: (['', 'morning', 'afternoon', 'evening'] as const).map((value) => ({
      value,
      label: translate(locale, `events.field.part.${value || 'none'}`),
    })),
  };
  return {
    tabs: editTabs(locale, event, 'details'),
    action: paths.editEvent(event),
    back: paths.event(event),
    clone: paths.cloneEvent(event),
    exportFile: paths.exportEvent(event),
    rev: shownRev(form, event.rev),
    errors: errorSummary(form),
    otherVersion: otherVersion(form, { rev: event.rev, values }, { labels, choices }, locale),
    zone: `${event.timeZone.replaceAll('_', ' ')}, ${formatZone(locale, event.timeZone, event.replyBy ?? now)}`,
    locales: choices.defaultLocale,
    partsOfDay: choices.partOfDay,
    zones: zoneOptions(event.timeZone),
    fields: formFields(values, form),
  };
}

/** The three pages on which an event's own data is edited. */
export function editTabs(
  locale: Locale,
  event: Conference,
  current: 'details' | 'sessions' | 'categories',
): Edit['tabs'] {
  const tabs = [
    { name: 'details', href: paths.editEvent(event), key: 'events.edit.details' },
    { name: 'sessions', href: paths.eventSessions(event), key: 'events.edit.sessions' },
    { name: 'categories', href: paths.eventCategories(event), key: 'events.edit.categories' },
  ] as const;
  return tabs.map(({ name, href, key }) => ({
    href,
    label: translate(locale, key),
    current: name === current,
  }));
}

export function inThree({ vi = '', en = '', ru = '' }: Localised): { vi: string; en: string; ru: string } {
  return { vi, en, ru };
}

function editValues(event: Conference) {
  const { host, venue, contact, inviter, days, replyBy } = event;
  return {
    title: inThree(event.title),
    motto: inThree(event.motto),
    summary: inThree(event.summary),
    defaultLocale: event.defaultLocale,
    host: { name: inThree(host.name), short: inThree(host.short), parent: inThree(host.parent) },
    firstDay: days[0] ?? '',
    lastDay: days.length > 1 ? (days.at(-1) ?? '') : '',
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    partOfDay: event.partOfDay,
    timeZone: event.timeZone,
    venue: {
      name: inThree(venue?.name ?? {}),
      room: inThree(venue?.room ?? {}),
      address: inThree(venue?.address ?? {}),
      city: inThree(venue?.city ?? {}),
      mapUrl: venue?.mapUrl ?? '',
    },
    capacity: event.capacity === null ? '' : String(event.capacity),
    replyBy: replyBy ? localTimeIn(event.timeZone, replyBy) : '',
    dressCode: inThree(event.dressCode),
    contact: { name: contact.name, email: contact.email, phone: contact.phone },
    inviter: { name: inviter.name, position: inThree(inviter.position) },
  };
}

const labels: Readonly<Record<string, MessageKey>> = {
  title: 'events.field.title',
  motto: 'events.field.motto',
  summary: 'events.field.summary',
  defaultLocale: 'events.field.locale',
  'host.name': 'events.field.host',
  'host.short': 'events.field.host-short',
  'host.parent': 'events.field.host-parent',
  firstDay: 'events.field.first-day',
  lastDay: 'events.field.last-day',
  startsAt: 'events.field.starts-at',
  endsAt: 'events.field.ends-at',
  partOfDay: 'events.field.part-of-day',
  timeZone: 'events.field.time-zone',
  'venue.name': 'events.field.venue-name',
  'venue.room': 'events.field.room',
  'venue.address': 'events.field.address',
  'venue.city': 'events.field.city',
  'venue.mapUrl': 'events.field.map',
  capacity: 'events.field.capacity',
  replyBy: 'events.field.reply-by',
  dressCode: 'events.field.dress-code',
  'contact.name': 'events.field.contact-name',
  'contact.email': 'events.field.contact-email',
  'contact.phone': 'events.field.contact-phone',
  'inviter.name': 'events.field.inviter-name',
  'inviter.position': 'events.field.inviter-position',
};

// Engines name Vietnam's zone by its old city; the present name goes first.
function zoneOptions(own: string): Edit['zones'] {
  const near = ['Asia/Ho_Chi_Minh', 'Europe/Moscow', 'UTC'];
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Saigon');
  return [...new Set([own, ...near, ...all])].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
