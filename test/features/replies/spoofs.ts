import { letter } from './post.ts';
import type { Invited } from './invited.ts';

/** A mail that must change nothing about the guest it is aimed at. */
export interface Spoof {
  name: string;
  raw: string;
  recipient?: string;
}

const wrongTag = 'f'.repeat(32);

/** Sixty ways to answer for somebody else, or twice, or about something else. */
export function spoofs(target: Invited, other: Invited): Spoof[] {
  return [
    ...withoutCapability(target),
    ...fromSomebodyElse(target),
    ...proved(target),
    ...twisted(target, other),
    ...written(target),
  ];
}

/** The right From, and nothing that names the invitation. */
function withoutCapability({ guest, event, uid }: Invited): Spoof[] {
  const me = `Khách <${guest.email}>`;
  const [tag = ''] = uid.split('@');
  const uids = [
    '',
    `${wrongTag}@events.example.org`,
    `${tag.slice(0, 31)}0@events.example.org`,
    `${tag}@elsewhere.example`,
    tag,
    `${tag}@`,
    String(guest._id),
    `${String(guest._id)}@events.example.org`,
    `event-${String(event._id)}@rostrum`,
    `${tag.slice(0, 16)}@events.example.org`,
    '*',
    '.*',
    '{"$gt":""}',
    `${uid}x`,
    `x${uid}`,
  ];
  return [
    ...uids.map((wrong, at) => ({
      name: `forged From, wrong UID ${at}`,
      raw: entry(me, { uid: wrong, attendee: guest.email }),
    })),
    { name: 'forged From, plain text', raw: letter(me, 'Không') },
    {
      name: 'forged From, tag of nobody',
      raw: letter(me, 'Không'),
      recipient: `rsvp+${wrongTag}@events.example.org`,
    },
    {
      name: 'forged From, tag of another domain',
      raw: letter(me, 'Không'),
      recipient: `rsvp+${tag}@elsewhere.example`,
    },
    {
      name: 'forged From, tag under another name',
      raw: letter(me, 'Không'),
      recipient: `other+${tag}@events.example.org`,
    },
    {
      name: 'forged From, a Message-ID that was never sent',
      raw: letter(me, 'Không', ['In-Reply-To: <0123456789abcdef@events.example.org>']),
    },
    { name: 'tag only in the body', raw: letter(me, `Không\nrsvp+${tag.slice(0, 31)}x@events.example.org`) },
  ];
}

/** Whoever forwards an invitation gives away its tag; the address of the sender is then another. */
function fromSomebodyElse({ guest, uid, replyTo }: Invited): Spoof[] {
  const [local = '', domain = ''] = guest.email.split('@');
  const senders = [
    'kẻ lạ <stranger@evil.example>',
    `${guest.email} <stranger@evil.example>`,
    `"${guest.email}" <stranger@evil.example>`,
    `<${local}@${domain}.evil.example>`,
    `<${local}@evil.example>`,
    `<${local}+x@${domain}>`,
    `<x${guest.email}>`,
    `<stranger@evil.example>, <${guest.email}>`,
    `<${guest.email}>, <stranger@evil.example>`,
    `(${guest.email}) stranger@evil.example`,
    '',
    '<>',
    'undisclosed',
    `=?utf-8?B?${Buffer.from(guest.email).toString('base64')}?= <stranger@evil.example>`,
    `<stranger@evil.example> <${guest.email}>`,
  ];
  return senders.flatMap((from, at) => [
    { name: `calendar from another sender ${at}`, raw: entry(from, { uid, attendee: guest.email }) },
    { name: `text from another sender ${at}`, raw: letter(from, 'Không'), recipient: replyTo },
  ]);
}

/** Our own server has found out that it is forged. */
function proved({ guest, uid, replyTo }: Invited): Spoof[] {
  const me = `<${guest.email}>`;
  const fail = `Authentication-Results: mx.events.example.org; dmarc=fail header.from=${guest.email.split('@')[1]}`;
  const pass = 'Authentication-Results: mx.evil.example; dmarc=pass header.from=mail.example';
  return [
    { name: 'DMARC failed, calendar', raw: entry(me, { uid, attendee: guest.email }, [fail]) },
    { name: 'DMARC failed, text', raw: letter(me, 'Không', [fail]), recipient: replyTo },
    {
      name: 'DMARC failed, a foreign verdict below',
      raw: letter(me, 'Không', [fail, pass]),
      recipient: replyTo,
    },
    {
      name: 'DMARC failed, pass in a comment',
      raw: letter(me, 'Không', [
        `Authentication-Results: mx.events.example.org (dmarc=pass header.from=mail.example); dmarc=fail`,
      ]),
      recipient: replyTo,
    },
  ];
}

/** Entries that no calendar program writes. */
function twisted({ guest, uid }: Invited, other: Invited): Spoof[] {
  const me = `<${guest.email}>`;
  const attendee = guest.email;
  const event = (mine: string, partstat: string): string =>
    `BEGIN:VEVENT\r\nUID:${mine}\r\nATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}\r\nDTSTAMP:20261124T010203Z\r\nEND:VEVENT\r\n`;
  const inside = entry(me, { uid, attendee });
  return [
    { name: 'two entries', raw: entry(me, { uid, attendee, more: event(uid, 'ACCEPTED') }) },
    {
      name: 'two entries, two invitations',
      raw: entry(me, { uid, attendee, more: event(other.uid, 'ACCEPTED') }),
    },
    { name: 'tag of one, UID of another', raw: entry(me, { uid, attendee }), recipient: other.replyTo },
    {
      name: 'several people, none invited',
      raw: entry(me, { uid, attendee: 'a@evil.example', second: 'b@evil.example' }),
    },
    { name: 'somebody else answers', raw: entry(me, { uid, attendee: 'a@evil.example' }) },
    { name: 'invited twice in one entry', raw: entry(me, { uid, attendee, second: attendee }) },
    { name: 'two UIDs', raw: entry(me, { uid, attendee, line: `UID:${other.uid}` }) },
    { name: 'a request, not a reply', raw: entry(me, { uid, attendee, method: 'REQUEST' }) },
    { name: 'a cancellation', raw: entry(me, { uid, attendee, method: 'CANCEL' }) },
    { name: 'published', raw: entry(me, { uid, attendee, method: 'PUBLISH' }) },
    { name: 'one method outside, another inside', raw: entry(me, { uid, attendee, outside: 'REQUEST' }) },
    { name: 'a counter-proposal', raw: entry(me, { uid, attendee, method: 'COUNTER' }) },
    { name: 'no status', raw: entry(me, { uid, attendee, partstat: '' }) },
    { name: 'an unknown status', raw: entry(me, { uid, attendee, partstat: 'X-YES' }) },
    { name: 'not decided', raw: entry(me, { uid, attendee, partstat: 'NEEDS-ACTION' }) },
    { name: 'delegated to nobody', raw: entry(me, { uid, attendee, partstat: 'DELEGATED' }) },
    {
      name: 'inside a forwarded mail',
      raw: `From: ${me}\r\nTo: rsvp@events.example.org\r\nMessage-ID: <nested-${uid}>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nFYI, xem giúp\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inside}\r\n--b--\r\n`,
    },
  ];
}

/** Text that is no answer, whoever wrote it. */
function written({ guest, replyTo: recipient }: Invited): Spoof[] {
  const me = `<${guest.email}>`;
  const mail = (name: string, text: string, headers: readonly string[] = []): Spoof => ({
    name,
    raw: letter(me, text, headers),
    recipient,
  });
  return [
    mail('an automatic reply', 'Không', ['Auto-Submitted: auto-replied']),
    mail('an out-of-office note', 'No', ['X-Autoreply: yes']),
    mail('a mailing list', 'No', ['Precedence: list', 'List-Id: <x.example.org>']),
    mail('only a quote', '> Không'),
    mail('our own words below the marker', '##- Please reply above this line -##\nKhông'),
    mail('both at once', 'Yes, no'),
    mail('a question', 'Không?'),
  ];
}

interface Entry {
  uid: string;
  attendee: string;
  second?: string;
  partstat?: string;
  method?: string;
  outside?: string;
  line?: string;
  more?: string;
}

let count = 0;

function entry(
  from: string,
  { uid, attendee, second, partstat = 'DECLINED', method = 'REPLY', outside, line, more = '' }: Entry,
  headers: readonly string[] = [],
): string {
  return [
    `From: ${from}`,
    'To: rsvp@events.example.org',
    `Message-ID: <spoof-${(count += 1)}@evil.example>`,
    ...headers,
    `Content-Type: text/calendar; charset=utf-8; method=${outside ?? method}`,
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...(line ? [line] : []),
    `ATTENDEE${partstat ? `;PARTSTAT=${partstat}` : ''}:mailto:${attendee}`,
    ...(second ? [`ATTENDEE;PARTSTAT=${partstat}:mailto:${second}`] : []),
    'DTSTAMP:20261124T010203Z',
    'SEQUENCE:0',
    'END:VEVENT',
    `${more}END:VCALENDAR`,
    '',
  ].join('\r\n');
}
