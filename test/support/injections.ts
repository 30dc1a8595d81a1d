import { expect } from 'chai';
import PostalMime from 'postal-mime';
import type { OutboxMail } from '../../models/outbox-mail.ts';
import { leanBytes } from '../../server/platform/database/lean-bytes.ts';

const injected = 'evil@attacker.example';
const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '%0d%0a', '\\n', '=0D=0A'];
const headers = [`Bcc: ${injected}`, `To: ${injected}`, 'Subject: Injected', 'Content-Type: text/html'];
const lines = [
  `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${injected}`,
  `ORGANIZER:mailto:${injected}`,
  'METHOD:CANCEL',
  'END:VEVENT',
  'BEGIN:VALARM',
  'SEQUENCE:99',
];
const quotes = [
  `";PARTSTAT=ACCEPTED;CN="x`,
  `":mailto:${injected}`,
  `;CN=x:mailto:${injected}`,
  `,mailto:${injected}`,
  `x" <${injected}>, "y`,
  `<${injected}>`,
  '=?utf-8?B?RXZpbA==?=',
];
const templates = [
  '{event}',
  '{{event}}',
  '{{{constructor.constructor("return process")()}}}',
  '{{#with this}}{{lookup . "secret"}}{{/with}}',
  '${7*7}',
  '<%= 7*7 %>',
  '{code}',
  '{salutation}{name}{name}',
  '$&$1$`',
];
const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `<a href="https://attacker.example">x</a>`,
  '</title><style>*{display:none}</style>',
  '&lt;script&gt;',
];

/** What people might type to reach further than the text they are asked for. */
export const injections: readonly string[] = [
  ...breaks.flatMap((end) => [...headers, ...lines].map((line) => `An${end}${line}`)),
  ...quotes,
  ...templates,
  ...markup,
];

/**
 * A mail to one reader, whoever's words are in it: with its own headers, without markup of theirs, and with one entry
 * for a calendar at most, whose lines it returns.
 */
export async function expectHarmless({
  raw,
  to,
  from,
}: Pick<OutboxMail, 'raw' | 'to' | 'from'>): Promise<string[]> {
  return expectOnlyText(leanBytes(raw ?? Buffer.alloc(0)), { address: to.address, sender: from.address });
}

async function expectOnlyText(
  raw: Buffer,
  { address, sender }: { address: string; sender: string },
): Promise<string[]> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  expect(head.match(/^(?:to|from|subject|content-type|message-id):/gim)).to.have.length(5);
  expect(head).to.not.match(/^(?:bcc|cc):/im);
  expect(mail.to?.map((one) => one.address)).to.deep.equal([address]);
  expect(mail.from?.address).to.equal(sender);
  expect(raw.toString('latin1').match(/^Message-ID: /gim)).to.have.length(1);
  expect(mail.html ?? '').to.not.match(
    /<(?:script|svg|style>\*|img src=x)|onerror=|href="https:\/\/attacker/i,
  );
  expect(mail.html ?? '').to.not.include('>49<');
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) return [];
  const content = typeof part.content === 'string' ? part.content : '';
  return expectOneEntry(content.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n|\r/), address);
}

function expectOneEntry(entry: string[], address: string): string[] {
  const names = entry.map((line) => line.slice(0, Math.max(0, line.search(/[;:]/))));
  for (const once of ['METHOD', 'ATTENDEE', 'ORGANIZER', 'SEQUENCE', 'UID', 'SUMMARY'])
    expect(
      names.filter((name) => name === once),
      `${once}\n${entry.join('\n')}`,
    ).to.have.length(1);
  expect(names).to.not.include('BEGIN:VALARM');
  expect(entry.filter((line) => line === 'END:VEVENT')).to.have.length(1);
  const attendee = entry.find((line) => line.startsWith('ATTENDEE')) ?? '';
  expect(attendee.replaceAll(/"[^"]*"/g, '""')).to.match(
    new RegExp(
      `^ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=[A-Z-]+;RSVP=(?:TRUE|FALSE)(;CN="")?:mailto:${address}$`,
    ),
  );
  return entry;
}
