import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { type CalendarAttendee, calendarInvite } from '../../platform/calendar.ts';
import { periodOf, placeLine } from '../events/event-calendar.ts';

export interface CalendarReader {
  event: Conference;
  guest: Pick<Guest, 'invitation'>;
  locale: Locale;
  /** The public page: calendars are shared, so never the guest's own link. */
  url: string;
  organiser: Mailbox;
  stamp: Date;
}

/** For a mail: the guest is the only attendee. Null while the date is not known. */
export function calendarRequest(
  reader: CalendarReader,
  attendee: Mailbox,
  partstat: CalendarAttendee['partstat'],
): string | null {
  // Nobody reads calendar replies yet, so calendars must not offer buttons that promise an answer.
  return entry(reader, { method: 'REQUEST', attendee: { ...attendee, partstat, rsvp: false } });
}

/** To be saved from a page. */
export function calendarFile(reader: CalendarReader): string | null {
  return entry(reader, { method: 'PUBLISH', attendee: null });
}

function entry(
  { event, guest, locale, url, organiser, stamp }: CalendarReader,
  kind: { method: 'REQUEST' | 'PUBLISH'; attendee: CalendarAttendee | null },
): string | null {
  const period = periodOf(event);
  const uid = guest.invitation?.uid;
  if (!period || !uid) return null;
  return calendarInvite({
    ...kind,
    uid,
    sequence: guest.invitation?.sequence ?? 0,
    stamp,
    summary: inLocale(event.title, locale),
    location: placeLine(event.venue, locale),
    description: inLocale(event.motto, locale),
    url,
    organiser,
    ...period,
  });
}
