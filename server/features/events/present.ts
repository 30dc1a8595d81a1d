import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference, Venue } from '../../../models/event.ts';
import { paths } from '../../paths.ts';
import { formatDateRange, formatDateRangeInFull } from '../../platform/i18n/format.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { atStart } from '../directory/style-of-address.ts';
import type { EventListQuery } from './input.ts';
import type { EventPage, ListedEvent } from './my-events.ts';
import type { views } from './views.ts';

type When = Pick<Conference, 'days' | 'startsAt' | 'endsAt' | 'partOfDay'>;

/** Date with weekday and as much of the time as is known. */
export function whenText(locale: Locale, event: When): string {
  return withTime(locale, event, formatDateRange(locale, event.days));
}

/** The same with the weekdays of several days. */
export function whenInFull(locale: Locale, event: When): string {
  return withTime(locale, event, formatDateRangeInFull(locale, event.days));
}

function withTime(locale: Locale, event: When, days: string): string {
  const date = atStart(days, locale);
  const time = timeText(locale, event);
  if (time === '' || event.days.length === 0) return date;
  return translate(locale, 'events.when-time', { date, time });
}

export function timeText(locale: Locale, { startsAt, endsAt, partOfDay }: Omit<When, 'days'>): string {
  if (startsAt && endsAt) return translate(locale, 'common.time-range', { from: startsAt, to: endsAt });
  if (startsAt) return startsAt;
  return partOfDay ? translate(locale, `common.${partOfDay}`) : '';
}

/** The lines of the venue: name and room, then the address. Empty while it is not known. */
export function venueLines(locale: Locale, venue: Venue | null): string[] {
  if (!venue) return [];
  return [joined(locale, [venue.name, venue.room]), joined(locale, [venue.address, venue.city])].filter(
    Boolean,
  );
}

export function whereText(locale: Locale, venue: Venue | null): string {
  return venueLines(locale, venue).join(', ') || translate(locale, 'common.place-unknown');
}

function joined(locale: Locale, parts: readonly Localised[]): string {
  return parts
    .map((part) => inLocale(part, locale))
    .filter(Boolean)
    .join(', ');
}

export function eventCard(
  locale: Locale,
  event: ListedEvent,
): ViewModel<typeof views, 'events/index'>['events'][number] {
  return {
    href: paths.event(event),
    title: inLocale(event.title, locale),
    type: translate(locale, `events.type.${event.type}`),
    state: event.state,
    stateLabel: translate(locale, `events.state.${event.state}`),
    host: inLocale(event.host.short, locale) || inLocale(event.host.name, locale),
    ...whenAndWhere(locale, event),
  };
}

/** “Not yet known” is said only of what can still become known. */
function whenAndWhere(locale: Locale, event: ListedEvent): { when: string; where: string } {
  const isOver = event.state === 'closed' || event.state === 'archived';
  const where = inLocale(event.venue?.name ?? {}, locale) || venueLines(locale, event.venue).join(', ');
  return {
    when: isOver && event.days.length === 0 ? '' : whenText(locale, event),
    where: where || (isOver ? '' : translate(locale, 'common.place-unknown')),
  };
}

interface ListPage {
  query: EventListQuery;
  found: EventPage;
  canCreate: boolean;
}

export function indexModel(
  locale: Locale,
  { query, found, canCreate }: ListPage,
): ViewModel<typeof views, 'events/index'> {
  const href = (changed: Partial<EventListQuery>): string => listHref({ ...query, after: '', ...changed });
  return {
    canCreate,
    create: paths.newEvent,
    importFile: paths.importEvent,
    action: paths.events,
    tab: query.tab,
    q: query.q,
    isFiltered: query.q !== '',
    tabs: (['current', 'past'] as const).map((tab) => ({
      href: href({ tab }),
      label: translate(locale, `events.tab.${tab}`),
      current: query.tab === tab,
      count: found.counts[tab],
    })),
    events: found.events.map((event) => eventCard(locale, event)),
    next: found.next ? href({ after: found.next }) : null,
  };
}

function listHref({ tab, q, after }: EventListQuery): string {
  const query = new URLSearchParams();
  if (tab !== 'current') query.set('tab', tab);
  if (q) query.set('q', q);
  if (after) query.set('after', after);
  return query.size > 0 ? `${paths.events}?${query.toString()}` : paths.events;
}
