import ICAL from 'ical.js';
import type { MailLeaf } from '../../platform/mail-parser/parsed-mail.ts';

/** Somebody named in a reply. Addresses are in lower case, without `mailto:`. */
export interface CalendarPerson {
  address: string;
  name: string;
  partstat: string;
  delegatedTo: string[];
  delegatedFrom: string[];
}

/** What a calendar program says about one invitation. */
export interface CalendarReply {
  method: string;
  uid: string;
  sequence: number;
  stamp: Date | null;
  people: CalendarPerson[];
  comment: string;
  /** The program that wrote it. */
  product: string;
}

/** `several` and `broken` are mails with calendars that a person has to look at. */
export type CalendarReading =
  { kind: 'none' } | { kind: 'several' } | { kind: 'broken' } | { kind: 'reply'; reply: CalendarReply };

const mostParts = 5;
const longestComment = 2_000;
const mostPeople = 50;
const methods = new Set(['REPLY', 'COUNTER', 'REFRESH']);

/** The one calendar message of a mail; the same one as body and as attachment counts once. */
export function readCalendars(parts: readonly MailLeaf[]): CalendarReading {
  const calendars = parts.filter(isCalendar);
  if (calendars.length === 0) return { kind: 'none' };
  if (calendars.length > mostParts) return { kind: 'several' };
  const readings = calendars.map(readCalendar);
  if (readings.some((reading) => reading.kind === 'several')) return { kind: 'several' };
  const replies = readings.flatMap((reading) => (reading.kind === 'reply' ? [reading.reply] : []));
  const [first, ...others] = replies;
  if (!first) return { kind: readings.some(({ kind }) => kind === 'broken') ? 'broken' : 'none' };
  const says = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === says)
    ? { kind: 'reply', reply: first }
    : { kind: 'several' };
}

function isCalendar({ contentType, filename }: MailLeaf): boolean {
  return (
    contentType === 'text/calendar' ||
    contentType === 'application/ics' ||
    (contentType === 'application/octet-stream' && filename.toLowerCase().endsWith('.ics'))
  );
}

function readCalendar({ content, parameters }: MailLeaf): CalendarReading {
  const calendar = parse(content);
  if (!calendar) return { kind: 'broken' };
  const inside = textOf(calendar, 'method').toUpperCase();
  const outside = (parameters['method'] ?? '').toUpperCase();
  // A message that calls itself one thing outside and another inside was not written by a calendar program.
  if (inside && outside && inside !== outside) return { kind: 'several' };
  const method = inside || outside;
  if (!methods.has(method)) return { kind: 'none' };
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event || events.length > 1) return { kind: 'several' };
  if (['uid', 'sequence', 'dtstamp'].some((name) => event.getAllProperties(name).length > 1))
    return { kind: 'several' };
  return { kind: 'reply', reply: replyIn(event, { method, product: textOf(calendar, 'prodid') }) };
}

/** Programs put a byte order mark in front, or leave something above and below. */
function parse(content: Buffer): ICAL.Component | null {
  const text = content.toString('utf8').replaceAll('\ufeff', '').replaceAll('\0', '');
  const start = text.search(/^BEGIN:VCALENDAR/im);
  if (start < 0) return null;
  try {
    const parsed: unknown = ICAL.parse(text.slice(start).trimEnd());
    if (!Array.isArray(parsed) || parsed[0] !== 'vcalendar') return null;
    return new ICAL.Component(parsed);
  } catch {
    // Whatever the library could not read, we cannot.
    return null;
  }
}

function replyIn(
  event: ICAL.Component,
  { method, product }: { method: string; product: string },
): CalendarReply {
  const sequence = Number(textOf(event, 'sequence'));
  return {
    method,
    product,
    uid: textOf(event, 'uid'),
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0,
    stamp: stampOf(event),
    people: event.getAllProperties('attendee').slice(0, mostPeople).map(personOf),
    comment: commentOf(event),
  };
}

function personOf(property: ICAL.Property): CalendarPerson {
  return {
    address: addressOf(valueOf(property)),
    name: parameterOf(property, 'cn')[0] ?? '',
    partstat: (parameterOf(property, 'partstat')[0] ?? '').toUpperCase(),
    delegatedTo: parameterOf(property, 'delegated-to').map(addressOf),
    delegatedFrom: parameterOf(property, 'delegated-from').map(addressOf),
  };
}

function parameterOf(property: ICAL.Property, name: string): string[] {
  const value: unknown = property.getParameter(name);
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each): each is string => typeof each === 'string').map((each) => each.trim());
}

function addressOf(text: string): string {
  return text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
}

/** Outlook writes the guest's words into a property, Google beside the guest's address. */
function commentOf(event: ICAL.Component): string {
  const beside = event
    .getAllProperties('attendee')
    .flatMap((each) => parameterOf(each, 'x-response-comment'));
  const comments = [...event.getAllProperties('comment').map((each) => valueOf(each).trim()), ...beside];
  return [...new Set(comments)].filter(Boolean).join('\n').slice(0, longestComment);
}

function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? valueOf(property).trim().slice(0, 1_000) : '';
}

function valueOf(property: ICAL.Property): string {
  try {
    const value: unknown = property.getFirstValue();
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  } catch {
    return '';
  }
}

const stampShape = /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2})Z?$/;

/** Always in UTC, by the standard; read from the text, so that an odd zone beside it changes nothing. */
function stampOf(event: ICAL.Component): Date | null {
  const property = event.getFirstProperty('dtstamp');
  const raw: unknown = property?.jCal[3];
  const [, ...numbers] = stampShape.exec(typeof raw === 'string' ? raw : '') ?? [];
  if (numbers.length !== 6) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return Number.isNaN(at.getTime()) || year < 2000 ? null : at;
}
