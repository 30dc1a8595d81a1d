import { createHash } from 'node:crypto';
import { attached, multipart, type Part, part, word } from './mime-parts.ts';
import { calendar, methods, title, verbs } from './reply-entry.ts';
import { type Client, type Facts, type Language, organiser, type ReplySpec } from './reply-facts.ts';

/**
 * Writes calendar replies in the shapes the programs are known to send: which parts, which encodings, which
 * properties they leave out or add. `node --import tsx test/support/write-calendar-replies.ts` puts them into the
 * corpus; what each must lead to stands in its table.
 */
const names: Record<Language, string> = { vi: 'Nguyễn Văn Khách', en: 'Anna Guest', ru: 'Анна Гостева' };
export interface Written {
  uid: string;
  email: string;
  raw: string;
}

export function writeReply(name: string, spec: ReplySpec): Written {
  const tag = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const uid = `${tag}@events.example.org`;
  const email = `${name.replaceAll(/[^a-z]+/g, '.')}@mail.example`;
  return { uid, email, raw: shapes[spec.client]({ ...spec, uid, email, tag, name: names[spec.language] }) };
}

const shapes: Record<Client, (facts: Facts) => string> = {
  // Sent by the calendar in the guest's name, with the entry twice and a body of its own words.
  gmail: (facts) =>
    mail(facts, {
      headers: [
        'Sender: Google Calendar <calendar-notification@google.com>',
        'Auto-Submitted: auto-generated',
        `Message-ID: <calendar-${facts.tag}@google.com>`,
      ],
      body: multipart('mixed', [
        multipart('alternative', [
          part(
            'text/plain; charset="UTF-8"; format=flowed; delsp=yes',
            'base64',
            `${facts.name} has replied.\r\n\r\n${title[facts.language]}`,
          ),
          part('text/html; charset="UTF-8"', 'quoted-printable', `<p>${facts.name} has replied</p>`),
          calendarPart(
            facts,
            calendar(facts, { prodid: '-//Google Inc//Google Calendar 70.9054//EN', google: true }),
          ),
        ]),
        attached(
          'application/ics; name="invite.ics"',
          'invite.ics',
          calendar(facts, { prodid: '-//Google Inc//Google Calendar 70.9054//EN', google: true }),
        ),
      ]),
    }),
  // No ORGANIZER, its own time zone names, the guest's words in COMMENT and in the body.
  exchange: (facts) =>
    mail(facts, {
      headers: [
        `Message-ID: <PSAPR01MB${facts.tag.slice(0, 12)}@apcprd01.prod.outlook.com>`,
        'X-MS-Has-Attach: ',
        'Thread-Topic: =?utf-8?B?SOG7mWkgbmdo4buL?=',
      ],
      body: multipart('alternative', [
        part('text/plain; charset="utf-8"', 'base64', `${facts.comment}\r\n`),
        part(
          'text/html; charset="utf-8"',
          'quoted-printable',
          `<html><body><div>${facts.comment}</div></body></html>`,
        ),
        calendarPart(facts, calendar(facts, { prodid: 'Microsoft Exchange Server 2010', microsoft: true })),
      ]),
    }),
  // Without Exchange: an upper-case MAILTO, no CN, the words in the body only.
  outlook: (facts) =>
    mail(facts, {
      headers: [
        'X-Mailer: Microsoft Outlook 16.0',
        `Message-ID: <000001d${facts.tag.slice(0, 6)}$1$@mail.example>`,
      ],
      body: multipart('alternative', [
        part('text/plain; charset="utf-8"', facts.encoding, `${facts.comment}\r\n`),
        calendarPart(
          facts,
          calendar(
            { ...facts, comment: '' },
            { prodid: '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN', outlook: true },
          ),
        ),
      ]),
    }),
  'outlook-mac': (facts) =>
    mail(facts, {
      headers: [
        'User-Agent: Microsoft-MacOutlook/16.89.24090815',
        `Message-ID: <${facts.tag.toUpperCase()}@mail.example>`,
      ],
      body: multipart('mixed', [
        multipart('alternative', [
          part('text/plain; charset="UTF-8"', 'quoted-printable', ''),
          calendarPart(facts, calendar(facts, { prodid: 'Microsoft-MacOutlook/16.89.24090815', bom: true })),
        ]),
      ]),
    }),
  // Bare line feeds and a status of the request.
  apple: (facts) =>
    mail(facts, {
      headers: [
        'X-Mailer: Apple Mail (2.3774.600.62)',
        `Message-ID: <${facts.tag.slice(0, 8).toUpperCase()}-1@mail.example>`,
      ],
      body: multipart('mixed', [
        part('text/plain; charset=utf-8', '8bit', `${facts.name}: ${verbs[facts.language][facts.reply]}`),
        calendarPart(
          facts,
          calendar(facts, {
            prodid: '-//Apple Inc.//macOS 14.6//EN',
            organizer: true,
            status: true,
          }).replaceAll('\r\n', '\n'),
          'invitation.ics',
        ),
      ]),
    }),
  thunderbird: (facts) =>
    mail(facts, {
      headers: [
        'User-Agent: Mozilla Thunderbird',
        `Message-ID: <${facts.tag.slice(0, 8)}-${facts.tag.slice(8, 12)}@mail.example>`,
      ],
      body: multipart('mixed', [
        multipart('alternative', [
          part(
            'text/plain; charset=UTF-8',
            facts.encoding,
            `${facts.name} (${facts.email}): ${verbs[facts.language][facts.reply]}`,
          ),
          calendarPart(
            facts,
            calendar(facts, { prodid: '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', organizer: true }),
          ),
        ]),
        attached(
          'application/ics; name="invite.ics"',
          'invite.ics',
          calendar(facts, { prodid: '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', organizer: true }),
        ),
      ]),
    }),
  zimbra: (facts) =>
    mail(facts, {
      headers: [
        'X-Mailer: Zimbra 8.8.15_GA_4652 (ZimbraWebClient)',
        `Message-ID: <1${facts.tag.slice(0, 9)}.JavaMail.zimbra@mail.example>`,
      ],
      body: multipart('alternative', [
        part(
          'text/plain; charset=utf-8',
          facts.encoding,
          `${verbs[facts.language][facts.reply]}\r\n\r\n*~*~*~*~*~*~*~*~*~*\r\n\r\n${facts.comment}`,
        ),
        part('text/html; charset=utf-8', '8bit', '<html><body><h3>Reply</h3></body></html>'),
        calendarPart(
          facts,
          calendar(facts, { prodid: 'Zimbra-Calendar-Provider', organizer: true, sentBy: true }),
        ),
      ]),
    }),
  // Leaves SEQUENCE out.
  yahoo: (facts) =>
    mail(facts, {
      headers: [`Message-ID: <1${facts.tag.slice(0, 8)}.${facts.tag.slice(8, 14)}.1@mail.yahoo.com>`],
      body: multipart('alternative', [
        part('text/plain; charset=UTF-8', '8bit', verbs[facts.language][facts.reply]),
        calendarPart(
          facts,
          calendar(facts, { prodid: '-//Yahoo//Calendar//EN', organizer: true, noSequence: true }),
        ),
      ]),
    }),
  // The entry only as an attachment.
  proton: (facts) =>
    mail(facts, {
      headers: [`Message-ID: <${facts.tag}=@protonmail.com>`],
      body: multipart('mixed', [
        part('text/plain; charset=utf-8', 'base64', `${facts.name} ${verbs[facts.language][facts.reply]}`),
        calendarPart(
          facts,
          calendar(facts, { prodid: '-//Proton AG//ProtonCalendar 5.0.1//EN', organizer: true }),
          'invite.ics',
        ),
      ]),
    }),
  nextcloud: (facts) =>
    mail(facts, {
      headers: ['X-Mailer: Nextcloud Mail', `Message-ID: <${facts.tag}@cloud.mail.example>`],
      body: multipart('mixed', [
        part('text/html; charset=utf-8', 'quoted-printable', `<p>${facts.name}</p>`),
        calendarPart(
          facts,
          calendar(facts, { prodid: '-//Sabre//Sabre VObject 4.5.4//EN', organizer: true, status: true }),
          'event.ics',
        ),
      ]),
    }),
};

function mail(
  { name, email, language, reply }: Facts,
  { headers, body }: { headers: string[]; body: Part },
): string {
  return [
    `From: ${word(name)} <${email}>`,
    `To: ${word('Trung tâm Khoa học')} <${organiser}>`,
    `Subject: ${word(`${verbs[language][reply]}: ${title[language]}`)}`,
    'Date: Tue, 24 Nov 2026 01:02:04 +0000',
    ...headers,
    'MIME-Version: 1.0',
    ...body.headers,
    '',
    body.body,
  ].join('\r\n');
}

function calendarPart({ reply, encoding }: Facts, content: string, filename = ''): Part {
  const method = methods[reply];
  const { headers, body } = part(`text/calendar; charset=utf-8; method=${method}`, encoding, content);
  if (filename === '') return { headers, body };
  return { headers: [...headers, `Content-Disposition: attachment; filename="${filename}"`], body };
}
