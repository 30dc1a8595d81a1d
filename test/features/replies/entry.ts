/** A calendar message of our own making, where the shape of a real program does not matter. */
export interface EntryFacts {
  from: string;
  uid: string;
  /** Attendees with their PARTSTAT. */
  people: Readonly<Record<string, string>>;
  method?: string;
  sequence?: number;
  stamp?: string;
  headers?: readonly string[];
  parameters?: string;
}

let count = 0;

export function entryMail(facts: EntryFacts): string {
  const {
    from,
    uid,
    people,
    method = 'REPLY',
    sequence = 0,
    stamp = '20261124T010000Z',
    headers = [],
  } = facts;
  return [
    `From: ${from}`,
    'To: rsvp@events.example.org',
    `Message-ID: <entry-${(count += 1)}-${Math.random().toString(36).slice(2)}@mail.example>`,
    ...headers,
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...Object.entries(people).map(
      ([address, partstat]) => `ATTENDEE;PARTSTAT=${partstat}${facts.parameters ?? ''}:mailto:${address}`,
    ),
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
