import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import { type CalendarEntry, calendarFeed } from '../../platform/calendar.ts';
import { instantIn } from '../../platform/zoned-time.ts';
import { periodOf, placeLine } from '../events/event-calendar.ts';
import type { PublicEvent } from '../events/public-event.ts';
import { titleOf } from './item-title.ts';
import { loadAgenda } from './load-agenda.ts';
import { schedule, type ScheduledItem, timeOf } from './schedule.ts';

export interface FeedReader {
  locale: Locale;
  /** The public programme. */
  url: string;
  organiser: Mailbox;
}

const REFRESH_HOURS = 1;

/** The released programme for calendars that look it up again; the event as one entry while no times are known. */
export async function programmeFeed(event: PublicEvent, reader: FeedReader): Promise<string | null> {
  const { items, rev } = await loadAgenda(event);
  const known = schedule(items, event).flatMap((part) => part.items);
  const entries = known.flatMap((item) => entryOf(item, { ...reader, event, rev }));
  const name = inLocale(event.title, reader.locale);
  const whole = entries.length > 0 ? entries : wholeEvent(event, reader);
  return whole.length > 0 ? calendarFeed({ name, refreshHours: REFRESH_HOURS, entries: whole }) : null;
}

interface Feeding extends FeedReader {
  event: PublicEvent;
  /** Of the agenda: every change of it counts as one of each item. */
  rev: number;
}

function entryOf(
  { item, day, start, end }: ScheduledItem,
  { event, rev, locale, url, organiser }: Feeding,
): CalendarEntry[] {
  if (day === '' || start === null || end === null) return [];
  const from = instantIn(event.timeZone, `${day}T${timeOf(start)}`);
  return [
    {
      method: 'PUBLISH',
      uid: `item-${item.id}-${String(event._id)}@rostrum`,
      sequence: rev,
      stamp: event.updatedAt,
      summary: inLocale(item.title, locale) || titleOf(item),
      location: placeLine(event.venue, locale),
      description: inLocale(item.about, locale),
      url,
      organiser,
      attendee: null,
      start: from,
      end: new Date(from.getTime() + (end - start) * 60_000),
    },
  ];
}

function wholeEvent(event: PublicEvent, { locale, url, organiser }: FeedReader): CalendarEntry[] {
  const period = periodOf(event);
  if (!period) return [];
  return [
    {
      method: 'PUBLISH',
      uid: `event-${String(event._id)}@rostrum`,
      sequence: event.rev,
      stamp: event.updatedAt,
      summary: inLocale(event.title, locale),
      location: placeLine(event.venue, locale),
      url,
      organiser,
      attendee: null,
      ...period,
    },
  ];
}
