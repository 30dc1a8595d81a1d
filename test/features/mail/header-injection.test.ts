import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { composeMail } from '../../../server/features/mail/compose-mail.ts';
import { calendarInvite } from '../../../server/platform/calendar.ts';

/** What people try to get into a mail by way of a name, a subject or a place. */
const breaks = [
  '\r\n',
  '\n',
  '\r',
  '\r\n ',
  '\n\t',
  '%0d%0a',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\0',
];
const payloads = [
  ...breaks.flatMap((line) => [
    `A${line}Bcc: evil@example.net`,
    `A${line}Content-Type: text/html${line}${line}<script>`,
    `A${line}.${line}MAIL FROM:<evil@example.net>`,
    `A${line}ATTENDEE;PARTSTAT=ACCEPTED:mailto:evil@example.net`,
  ]),
  '"A" <evil@example.net>, "B',
  'A <evil@example.net>',
  'evil@example.net,',
  'A;,:evil@example.net',
  '=?utf-8?Q?A=0D=0ABcc:_evil@example.net?=',
  '=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5uZXQ=?=',
  'A"; PARTSTAT=ACCEPTED; X="',
  'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  '--boundary\r\nContent-Type: text/plain',
  '\u202eten.elpmaxe@live',
  '\ud800Bcc: evil@example.net',
];
const allowed = new Set(
  [
    'from to reply-to subject message-id date mime-version content-type',
    'list-unsubscribe list-unsubscribe-post auto-submitted x-auto-response-suppress',
  ].flatMap((names) => names.split(' ')),
);
const guest = { name: '', address: 'thanh@example.org' };
const host = { name: '', address: 'rsvp@example.org' };

describe(`${payloads.length} attempts at the headers of a mail`, () => {
  it('have no effect in names, subjects, file names and the calendar', async () => {
    const effective: string[] = [];
    for (const payload of payloads) {
      const mail = await PostalMime.parse(await composed(payload), { attachmentEncoding: 'utf8' });
      const names = mail.headers.map(({ key }) => key);
      const addresses = [mail.from, ...(mail.to ?? []), ...(mail.replyTo ?? [])].map((each) => each?.address);
      const found = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
      const calendar = typeof found === 'string' ? found : '';
      const lines = calendar.replace(/\n[ \t]/g, '').split('\n');
      const isSafe =
        names.every((name) => allowed.has(name)) &&
        new Set(names).size === names.length &&
        addresses.join() === 'rsvp@example.org,thanh@example.org,rsvp@example.org' &&
        mail.attachments.length === 3 &&
        lines.filter((line) => line.startsWith('ATTENDEE')).length === 1 &&
        lines.filter((line) => line.startsWith('BEGIN:VEVENT')).length === 1 &&
        lines.filter((line) => /^ATTENDEE[^:]*PARTSTAT=ACCEPTED/.test(line.replace(/"[^"]*"/g, '')))
          .length === 0;
      if (!isSafe) effective.push(JSON.stringify(payload));
    }

    expect(payloads.length).to.be.at.least(40);
    expect(effective).to.deep.equal([]);
  });
});

async function composed(payload: string): Promise<Buffer> {
  const content = calendarInvite({
    method: 'REQUEST',
    uid: 'k7f3@example.org',
    sequence: 0,
    stamp: new Date('2026-11-23T03:00:00Z'),
    start: new Date('2027-01-15T02:00:00Z'),
    end: new Date('2027-01-15T05:00:00Z'),
    summary: payload,
    location: payload,
    organiser: { ...host, name: payload },
    attendee: { ...guest, name: payload, partstat: 'NEEDS-ACTION', rsvp: true },
  });
  const { raw } = await composeMail({
    id: 'guest:invitation:1',
    date: new Date('2026-11-23T03:00:00Z'),
    to: { ...guest, name: payload },
    from: { ...host, name: payload },
    replyTo: { ...host, name: payload },
    subject: payload,
    text: 'Kính mời',
    html: '<p>Kính mời</p>',
    calendar: { method: 'REQUEST', content },
    attachments: [{ filename: payload, contentType: 'application/pdf', content: Buffer.from('%PDF') }],
    listUnsubscribe: { href: 'https://events.example.org/u/x', mailbox: null },
  });
  return raw;
}
