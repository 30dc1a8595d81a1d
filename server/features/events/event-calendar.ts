import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Told } from '../../../models/wave.ts';
import { calendarInvite, type Day } from '../../platform/calendar.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import type { PublicEvent } from './public-event.ts';

interface CalendarReader {
  locale: Locale;
  url: string;
  organiser: Mailbox;
}

/** The event for a calendar that is open to everybody; null while its date is not known. */
export function eventCalendar(event: PublicEvent, { locale, url, organiser }: CalendarReader): string | null {
  const period = periodOf(event);
  if (!period) return null;
  return calendarInvite({
    method: 'PUBLISH',
    uid: `event-${String(event._id)}@rostrum`,
    sequence: event.rev,
    stamp: event.updatedAt,
    summary: inLocale(event.title, locale),
    location: placeLine(event.venue, locale),
    description: inLocale(event.summary, locale),
    url,
    organiser,
    attendee: null,
    ...period,
  });
}

type Timed = Pick<Conference, 'days' | 'startsAt' | 'endsAt' | 'timeZone'>;

/** Exact instants where both times are known, whole days where they are not. */
export function periodOf(event: Timed): { start: Date; end: Date } | { start: Day; end: Day } | null {
  const { days, startsAt, endsAt, timeZone } = event;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  if (!startsAt || !endsAt) return { start: first as Day, end: last as Day };
  return {
    start: instantIn(timeZone, `${first}T${startsAt}`),
    end: instantIn(timeZone, `${last}T${endsAt}`),
  };
}

/** The venue in one line, from the room to the city. */
export function placeLine(venue: Conference['venue'], locale: Locale): string {
  if (!venue) return '';
  const parts = [venue.room, venue.name, venue.address, venue.city].map((part) => inLocale(part, locale));
  return parts.filter((part) => part !== '').join(', ');
}

/** Time and place as guests' calendars are told them; null while the date is not known. */
export function toldOf(event: Timed & Pick<Conference, 'venue' | 'defaultLocale'>): Told | null {
  const period = periodOf(event);
  if (!period) return null;
  const [start, end] = [period.start, period.end].map((at) => (at instanceof Date ? at.toISOString() : at));
  return { time: `${start}/${end}`, place: placeLine(event.venue, event.defaultLocale) };
}
