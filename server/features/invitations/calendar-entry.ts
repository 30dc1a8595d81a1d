import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Mailbox } from '../../../contract/mail.ts';
import type { Conference } from '../../../models/event.ts';
import type { Guest } from '../../../models/guest.ts';
import { calendarInvite } from '../../platform/calendar.ts';
import { periodOf, placeLine, toldOf } from '../events/event-calendar.ts';
import { type CalendarMessage, periodIn } from './calendar-step.ts';

export interface CalendarReader {
  event: Conference;
  locale: Locale;
  /** The public page: calendars are shared, so never the guest's own link. */
  url: string;
  organiser: Mailbox;
  stamp: Date;
}

/**
 * The calendar part of a mail, in which the guest is the only attendee. Null when the event has moved since the
 * letter was ordered: its words are about the new time then, and the entry follows with its own number.
 */
export function calendarPart(
  reader: CalendarReader,
  attendee: Mailbox,
  message: CalendarMessage,
): { method: 'REQUEST' | 'CANCEL'; content: string } | null {
  const { method, uid, sequence, partstat, rsvp, time } = message;
  if (method === 'REQUEST' && toldOf(reader.event)?.time !== time) return null;
  const content = calendarInvite({
    ...textsOf(reader),
    method,
    uid,
    sequence,
    attendee: { ...attendee, partstat, rsvp },
    ...periodIn(time),
  });
  return { method, content };
}

/** To be saved from a page. Null while the date is not known. */
export function calendarFile(reader: CalendarReader & { guest: Pick<Guest, 'invitation'> }): string | null {
  const period = periodOf(reader.event);
  const { invitation } = reader.guest;
  if (!period || !invitation?.uid) return null;
  const { uid, sequence } = invitation;
  return calendarInvite({
    ...textsOf(reader),
    method: 'PUBLISH',
    uid,
    sequence,
    attendee: null,
    ...period,
  });
}

function textsOf({ event, locale, url, organiser, stamp }: CalendarReader) {
  return {
    stamp,
    summary: inLocale(event.title, locale),
    location: placeLine(event.venue, locale),
    description: inLocale(event.motto, locale),
    url,
    organiser,
  };
}
