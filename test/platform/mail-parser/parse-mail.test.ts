import { expect } from 'chai';
import { parseMail, stopMailParser } from '../../../server/platform/mail-parser/parse-mail.ts';
import { type ParsedMail, UnreadableMail } from '../../../server/platform/mail-parser/parsed-mail.ts';
import { rejection } from '../../support/rejection.ts';
import { until } from '../../support/until.ts';

const head = 'From: "Nguyễn Văn A" <A@Mail.example>\r\nTo: rsvp@example.org\r\nSubject: =?utf-8?B?Q8Oz?=\r\n';

describe('a mail that came in', () => {
  before('start the thread', async () => {
    await parseMail(Buffer.from(`${head}\r\n`));
  });
  after(stopMailParser);

  it('is taken apart into people, text and parts', async () => {
    const mail = await parsed(
      Buffer.from(
        [
          `${head}Message-ID: <1@mail.example>`,
          'In-Reply-To: <0@example.org>',
          'References: <x@example.org> <0@example.org>',
          'Content-Type: multipart/alternative; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain; charset=utf-8',
          '',
          'Tôi sẽ đến',
          '--b',
          'Content-Type: text/calendar; method=reply; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n').toString('base64'),
          '--b--',
          '',
        ].join('\r\n'),
      ),
    );

    const { messageId, from, to, subject, inReplyTo, references, text, parts } = mail;
    expect({ messageId, from, to, subject, inReplyTo, references, text: text.trim() }).to.deep.equal({
      messageId: '<1@mail.example>',
      from: { name: 'Nguyễn Văn A', address: 'a@mail.example' },
      to: [{ name: '', address: 'rsvp@example.org' }],
      subject: 'Có',
      inReplyTo: '<0@example.org>',
      references: ['<x@example.org>', '<0@example.org>'],
      text: 'Tôi sẽ đến',
    });
    expect(
      parts.map(({ contentType, parameters, content }) => ({
        contentType,
        parameters,
        content: String(content),
      })),
    ).to.deep.equal([
      {
        contentType: 'text/calendar',
        parameters: { method: 'REPLY' },
        content: 'BEGIN:VCALENDAR\nEND:VCALENDAR\n',
      },
    ]);
  });

  it('keeps a forwarded mail as one part, so that nothing in it speaks for the sender', async () => {
    const inner =
      'From: b@example.org\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n';
    const { parts } = await parsed(
      Buffer.from(
        `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--\r\n`,
      ),
    );

    expect(parts.map(({ contentType }) => contentType)).to.deep.equal(['message/rfc822']);
  });

  it('is refused when it is too large, nested too deep or has too many parts', async () => {
    const deep = Array.from(
      { length: 12 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    const many = Array.from({ length: 60 }, () => '--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n');
    const mails = [
      Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.alloc(1_000_001, 'x')]),
      Buffer.from(`${head}${'\n'.repeat(15_001)}`),
      Buffer.from(`${head}${deep.join('')}`),
      Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${many.join('')}--b--\r\n`),
    ];

    const reasons = await Promise.all(mails.map(async (raw) => rejection(parsed(raw))));

    expect(reasons.map((error) => (error instanceof UnreadableMail ? error.reason : error))).to.deep.equal([
      'too-large',
      'too-large',
      'malformed',
      'too-many-parts',
    ]);
  });

  it('has its calendars up to a size, and its text up to 500 lines', async () => {
    const calendar = `--b\r\nContent-Type: text/calendar\r\n\r\n${`X-LINE:${'a'.repeat(900)}\r\n`.repeat(300)}\r\n`;
    const text = `--b\r\n\r\n${'a\r\n'.repeat(2000)}\r\n`;
    const mail = await parsed(
      Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${calendar}${text}--b--\r\n`),
    );

    expect({ parts: mail.parts.length, lines: mail.text.split('\n').length }).to.deep.equal({
      parts: 0,
      lines: 500,
    });
  });
});

/** A busy machine may be too slow once or twice without the mail's fault; then it is asked again, as the inbox does. */
function parsed(raw: Buffer): Promise<ParsedMail> {
  return until(() =>
    parseMail(raw).catch((error: unknown) => {
      if (error instanceof UnreadableMail && error.reason === 'too-slow') return null;
      throw error;
    }),
  );
}
