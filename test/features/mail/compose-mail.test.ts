import { expect } from 'chai';
import * as fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { composeMail, type MailInput } from '../../../server/features/mail/compose-mail.ts';
import { readMail } from '../../../server/features/mail/read-mail.ts';
import { calendarInvite } from '../../../server/platform/calendar.ts';

const calendar = calendarInvite({
  method: 'REQUEST',
  uid: 'k7f3@example.org',
  sequence: 0,
  stamp: new Date('2026-11-23T03:00:00Z'),
  start: new Date('2027-01-15T02:00:00Z'),
  end: new Date('2027-01-15T05:00:00Z'),
  summary: 'Hội nghị tổng kết',
  organiser: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
  attendee: { name: 'Nguyễn Văn Thành', address: 'thanh@example.org', partstat: 'NEEDS-ACTION', rsvp: true },
});
const input: MailInput = {
  id: '65f0c0ffee:invitation:1',
  date: new Date('2026-11-23T03:00:00Z'),
  from: { name: 'Ban tổ chức, CNTT&LL', address: 'rsvp@example.org' },
  to: { name: 'Nguyễn Văn Thành', address: 'thanh@example.org' },
  subject: 'Trân trọng kính mời đồng chí dự Hội nghị tổng kết công tác năm 2026 – Приглашение',
  text: 'Kính gửi đồng chí Nguyễn Văn Thành,\n.\nTrân trọng kính mời.',
  html: '<p>Kính gửi <b>đồng chí</b></p><img src="cid:pass@rostrum">',
  calendar: { method: 'REQUEST', content: calendar },
  codes: [{ cid: 'pass@rostrum', filename: 'pass.png', text: 'R7K2' }],
};

describe('a composed mail', () => {
  it('puts text, HTML with its pictures and the calendar into the tree that mail programmes understand', async () => {
    const { raw } = await composeMail(input);

    expect(tree(raw)).to.deep.equal([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain; charset=utf-8',
      'multipart/related; type="text/html"',
      'text/html; charset=utf-8',
      'image/png; name=pass.png',
      'text/calendar; charset=utf-8; method=REQUEST',
      'application/ics; name=invite.ics',
    ]);
    expect(raw.toString()).to.not.match(/text\/calendar[^]{0,120}Content-Disposition/);
  });

  it('carries the same calendar twice, with single line ends', async () => {
    const { raw } = await composeMail(input);
    const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
    const calendars = attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
    const asAttached = /Content-Type: application\/ics[^]*?\r\n\r\n([\w+/=\r\n]+)\r\n--/.exec(
      raw.toString(),
    )?.[1];

    expect(calendars.map(({ content }) => content)).to.deep.equal(
      Array(2).fill(calendar.replaceAll('\r\n', '\n')),
    );
    expect(Buffer.from(asAttached ?? '', 'base64').toString()).to.equal(calendar);
    expect(raw.toString()).to.not.match(/\r\r|[^\r]\n/);
  });

  it('is the same to the last byte whenever it is composed', async () => {
    const [first, second] = await Promise.all([composeMail(input), composeMail(input)]);

    expect(first.raw.equals(second.raw)).to.equal(true);
    expect(first.messageId).to.match(/^<[0-9a-f]{32}@example\.org>$/);
    expect((await composeMail({ ...input, id: 'another' })).messageId).to.not.equal(first.messageId);
  });

  it('says that a machine sent it, so that no holiday notice answers', async () => {
    const { headers } = await PostalMime.parse((await composeMail(input)).raw);
    const value = (key: string) => headers.find((header) => header.key === key)?.value;

    expect(value('auto-submitted')).to.equal('auto-generated');
    expect(value('x-auto-response-suppress')).to.equal('All');
  });

  it('lets no name, subject or file name add a header or a recipient', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        'A\r\nBcc: evil@example.org',
        '"quoted", evil@example.org',
        'Nguyễn; <evil@example.org>,',
        'a\u2028Bcc: evil@example.org\u0000',
        '=?utf-8?Q?Bcc=3A_evil?=\r\n\r\nbody',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, subject) => {
        const mail = await parsed({
          ...input,
          subject,
          to: { ...input.to, name },
          from: { ...input.from, name },
        });

        expect(mail.to?.map(({ address }) => address)).to.deep.equal(['thanh@example.org']);
        expect(mail.from?.address).to.equal('rsvp@example.org');
        expect(mail.headers.map(({ key }) => key).filter((key) => key !== 'subject')).to.have.members(
          usualHeaders,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('refuses addresses and headers that are more than they seem', async () => {
    const wrong: Partial<MailInput>[] = [
      { to: { name: '', address: 'a@example.org\r\nRCPT TO:<z@example.org>' } },
      { to: { name: '', address: 'a@example.org, b@example.org' } },
      { from: { name: '', address: 'Name <a@example.org>' } },
      { headers: { 'X-Note': 'a\r\nBcc: b@example.org' } },
      { headers: { 'X-Note: a\r\nBcc': 'b@example.org' } },
      { codes: [{ cid: 'a>\r\nX: y', filename: '', text: 'x' }] },
    ];
    const answers = await Promise.all(wrong.map((part) => composeMail({ ...input, ...part }).catch(String)));

    for (const answer of answers) expect(answer).to.match(/^TypeError: Not a /);
  });
});

describe('reading a stored mail', () => {
  it('gives back what was written, with its pictures inside', async () => {
    const mail = await readMail((await composeMail(input)).raw);

    expect(mail.subject).to.equal(input.subject);
    expect(mail.to).to.deep.equal([input.to]);
    expect(mail.from).to.deep.equal(input.from);
    expect(mail.date).to.deep.equal(input.date);
    expect(mail.text.trim()).to.equal(input.text);
    expect(mail.html).to.match(
      /^<p>Kính gửi <b>đồng chí<\/b><\/p><img src="data:image\/png;base64,[\w+/=]+">/,
    );
    expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).to.deep.equal([
      ['invite.ics', 'application/ics'],
    ]);
  });
});

const usualHeaders = [
  'from',
  'to',
  'message-id',
  'date',
  'mime-version',
  'content-type',
  'auto-submitted',
  'x-auto-response-suppress',
];

async function parsed(mail: MailInput): Promise<Email> {
  return PostalMime.parse((await composeMail(mail)).raw);
}

/** The content types of all parts, in the order in which they stand in the mail. */
function tree(raw: Buffer): string[] {
  const unfolded = raw.toString().replace(/\r\n[ \t]+/g, ' ');
  const types = [...unfolded.matchAll(/^Content-Type: (.*)\r$/gm)].map((match) => match[1] ?? '');
  return types.map((type) => type.replace(/;\s*boundary=.*$/, ''));
}
