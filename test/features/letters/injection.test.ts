import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { until } from '../../support/until.ts';

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

const payloads = [
  ...breaks.flatMap((end) => [...headers, ...lines].map((line) => `An${end}${line}`)),
  ...quotes,
  ...templates,
  ...markup,
];

describe('what is typed into names and titles', function injections() {
  this.timeout(240_000);
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp({ MAIL_FROM: `${from.name} <${from.address}>` });
  });
  after(() => app.close());
  beforeEach(emptyDatabase);
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  const sender = () => ({ linkKey: app.secret('guest-link'), from });

  it(`is never more than text in mails and calendars: ${payloads.length} payloads in everything about a guest`, async () => {
    const event = await makeEvent({ endsAt: '11:30' });
    for (const [index, text] of payloads.entries())
      await makeGuest({
        event: event._id,
        name: { vi: text },
        position: { vi: text },
        organisationName: { vi: text },
        seat: text,
        email: `khach${index}@example.org`,
      });
    await sendWaveNow(await accessAs('system', { event }), { kind: 'invitation' }, sender());
    await expectAllHarmless();
  });

  it(`is never more than text there either: ${payloads.length} payloads in everything about an event and its letter`, async () => {
    for (const [index, text] of payloads.entries()) {
      const localised = { vi: text };
      const event = await makeEvent({
        endsAt: '11:30',
        title: localised,
        motto: localised,
        dressCode: localised,
        venue: { name: localised, room: localised, address: localised, city: localised, mapUrl: '' },
        host: { organisation: null, name: localised, short: localised, parent: localised },
        contact: { name: text, email: 'lien-he@example.org', phone: text },
        inviter: { name: text, position: localised },
        letter: { vi: { subject: text, body: `${text}\n\n{name}\n{inviter}` }, en: none, ru: none },
      });
      await makeGuest({ event: event._id, email: `khach${index}@example.org` });
      await sendWaveNow(await accessAs('system', { event }), { kind: 'invitation' }, sender());
    }
    await expectAllHarmless();
  });
});

const from = { name: 'BTC', address: 'btc@example.org' };
const none = { subject: '', body: '' };

async function expectAllHarmless(): Promise<void> {
  await until(async () => (await OutboxMails.countDocuments({ state: 'sent' })) === payloads.length, 120_000);
  for (const { raw, to } of await OutboxMails.find().lean()) await expectHarmless(bytesOf(raw), to.address);
}

async function expectHarmless(raw: Buffer, address: string): Promise<void> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  expect(head.match(/^(?:to|from|subject|content-type|message-id):/gim)).to.have.length(5);
  expect(head).to.not.match(/^(?:bcc|cc):/im);
  expect(mail.to?.map((one) => one.address)).to.deep.equal([address]);
  expect(mail.from?.address).to.equal('btc@example.org');
  expect(mail.html ?? '').to.not.match(
    /<(?:script|svg|style>\*|img src=x)|onerror=|href="https:\/\/attacker/i,
  );
  expect(mail.html ?? '').to.not.include('49</');
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const content = typeof part?.content === 'string' ? part.content : '';
  const calendar = content.replaceAll(/\r?\n[ \t]/g, '');
  const entry = calendar.split(/\r?\n|\r/);
  const names = entry.map((line) => line.slice(0, Math.max(0, line.search(/[;:]/))));
  for (const once of ['METHOD', 'ATTENDEE', 'ORGANIZER', 'SEQUENCE', 'UID', 'SUMMARY'])
    expect(
      names.filter((name) => name === once),
      `${once}\n${calendar}`,
    ).to.have.length(1);
  expect(names).to.not.include('BEGIN:VALARM');
  expect(entry.filter((line) => line === 'END:VEVENT')).to.have.length(1);
  const attendee = entry.find((line) => line.startsWith('ATTENDEE')) ?? '';
  expect(attendee.replaceAll(/"[^"]*"/g, '""')).to.match(
    new RegExp(
      `^ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE(;CN="")?:mailto:${address}$`,
    ),
  );
}

function bytesOf(raw: unknown): Buffer {
  if (Buffer.isBuffer(raw)) return raw;
  return Buffer.from(Reflect.get(raw as object, 'buffer') as Uint8Array);
}
