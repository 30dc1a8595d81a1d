import type { Mailbox } from '../../contract/mail.ts';
import { displayName, isMailAddress } from './mail-address.ts';

/** A day without a time, `2027-01-15`: for an event whose hours are not settled yet. */
export type Day = `${number}-${number}-${number}`;

export interface CalendarAttendee extends Mailbox {
  partstat: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  rsvp: boolean;
}

interface Entry {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  uid: string;
  /** Raised by one whenever the time changes or the entry is cancelled, never lowered. */
  sequence: number;
  stamp: Date;
  summary: string;
  location?: string | undefined;
  description?: string | undefined;
  /** A public page. Calendars are shared, so never a guest's own link or pass. */
  url?: string | undefined;
  organiser: Mailbox;
  attendee: CalendarAttendee | null;
}

/** Either exact instants, or days; the last day is counted in. */
export type CalendarEntry = Entry & ({ start: Date; end: Date } | { start: Day; end: Day });

/** One event for one reader, as an iTIP message. The mail part must carry the same method. */
export function calendarInvite(entry: CalendarEntry): string {
  return written([...head, `METHOD:${entry.method}`, ...eventLines(entry), 'END:VCALENDAR']);
}

/** What a calendar can subscribe to: looked up again after so many hours, with entries that keep their identity. */
export interface CalendarFeed {
  name: string;
  refreshHours: number;
  entries: readonly CalendarEntry[];
}

export function calendarFeed({ name, refreshHours, entries }: CalendarFeed): string {
  const rhythm = `PT${refreshHours}H`;
  return written([
    ...head,
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${rhythm}`,
    `X-PUBLISHED-TTL:${rhythm}`,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]);
}

const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rostrum//Conferences//EN', 'CALSCALE:GREGORIAN'];

function eventLines(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${instant(entry.stamp)}`,
    `SEQUENCE:${entry.sequence}`,
    ...period(entry),
    ...texts(entry),
    ...people(entry),
    `STATUS:${entry.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function period({ start, end }: CalendarEntry): string[] {
  if (start instanceof Date && end instanceof Date) {
    return [`DTSTART:${instant(start)}`, `DTEND:${instant(end)}`, 'TRANSP:OPAQUE'];
  }
  if (start instanceof Date || end instanceof Date) throw new TypeError('Two instants or two days');
  // The end of a whole-day event is the first day that no longer belongs to it. Such a day blocks nobody's calendar.
  return [`DTSTART;VALUE=DATE:${day(start, 0)}`, `DTEND;VALUE=DATE:${day(end, 1)}`, 'TRANSP:TRANSPARENT'];
}

function texts({ summary, location, description, url }: Entry): string[] {
  const lines = [`SUMMARY:${escapeText(summary)}`];
  if (location) lines.push(`LOCATION:${escapeText(location)}`);
  if (description) lines.push(`DESCRIPTION:${escapeText(description)}`);
  if (url) lines.push(`URL:${new URL(url).href}`);
  return lines;
}

function people({ method, organiser, attendee }: Entry): string[] {
  const lines = [`ORGANIZER${commonName(organiser)}:${mailto(organiser)}`];
  if (attendee) {
    const answer = `PARTSTAT=${attendee.partstat};RSVP=${attendee.rsvp ? 'TRUE' : 'FALSE'}`;
    lines.push(
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}${commonName(attendee)}:${mailto(attendee)}`,
    );
  } else if (method !== 'PUBLISH') {
    throw new TypeError(`A calendar ${method} needs an attendee`);
  }
  return lines;
}

// A quote in a name would end the parameter and let the rest of the name be read as parameters;
// a caret would start an escape of RFC 6868 in some readers and stand as it is in others.
function commonName({ name }: Mailbox): string {
  const safe = displayName(name).replace(/\^/g, '');
  return safe === '' ? '' : `;CN="${safe}"`;
}

function mailto({ address }: Mailbox): string {
  if (!isMailAddress(address)) throw new TypeError('Not a mail address that a calendar can carry');
  return `mailto:${encodeURI(address).replace(/[?#&]/g, encodeURIComponent)}`;
}

function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

function day(text: Day, later: number): string {
  const at = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || at.toISOString().slice(0, 10) !== text) {
    throw new RangeError('Not a calendar day');
  }
  at.setUTCDate(at.getUTCDate() + later);
  return at.toISOString().slice(0, 10).replaceAll('-', '');
}

/** At most 75 octets a line; a character of several octets is never divided. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
