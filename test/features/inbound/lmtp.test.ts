import { expect } from 'chai';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { deliverByLmtp } from '../../support/lmtp.ts';
import { until } from '../../support/until.ts';
import { type Invited, makeInvited, reload } from '../replies/invited.ts';

describe('the door for a mail server', () => {
  useDatabase();
  let app: TestApp;
  let port: number;

  before(async function open() {
    app = await startTestApp({
      INBOUND_ADDRESS: 'Ban tổ chức <rsvp@events.example.org>',
      LMTP_LISTEN: '127.0.0.1:0',
    });
    port = app.lmtpPort ?? 0;
  });
  after(() => app.close());
  beforeEach(emptyDatabase);

  it('takes an answer and has it in the list a moment later', async () => {
    const invited = await makeInvited();

    const code = await deliverByLmtp(port, {
      from: invited.guest.email,
      to: [invited.replyTo],
      raw: yes(invited),
    });

    expect(code).to.equal(250);
    const { answer, standing } = await until(async () => {
      const guest = await reload(invited);
      return guest.answer ? guest : null;
    }, 10_000);
    expect({ kind: answer?.kind, channel: answer?.channel, trust: answer?.trust, standing }).to.deep.equal({
      kind: 'attending',
      channel: 'mail',
      trust: 'B',
      standing: 'attending',
    });
  });

  it('knows its own recipients only', async () => {
    const invited = await makeInvited();
    const to = (address: string) =>
      deliverByLmtp(port, { from: 'a@b.example', to: [address], raw: yes(invited) });

    expect([
      await to(`rsvp+${'0'.repeat(32)}@events.example.org`),
      await to('somebody@events.example.org'),
      await to('rsvp@events.example.org'),
    ]).to.deep.equal([550, 550, 250]);
  });

  it('refuses what is too large, with the reason', async () => {
    const invited = await makeInvited();
    const raw = `${yes(invited)}${'x'.repeat(998)}\r\n`.padEnd(1_200_000, `${'x'.repeat(70)}\r\n`);

    expect(await deliverByLmtp(port, { from: 'a@b.example', to: [invited.replyTo], raw })).to.equal(552);
    expect(await InboundMails.countDocuments()).to.equal(0);
  });

  it('keeps a mail once, however often it is brought', async () => {
    const invited = await makeInvited();
    const delivery = { from: invited.guest.email, to: [invited.replyTo], raw: yes(invited) };

    const codes = await Promise.all([1, 2, 3, 4, 5].map(() => deliverByLmtp(port, delivery)));

    expect(codes).to.deep.equal([250, 250, 250, 250, 250]);
    expect(await InboundMails.countDocuments()).to.equal(1);
  });
});

function yes({ guest, replyTo, tag }: Invited): string {
  return [
    `From: Khách <${guest.email}>`,
    `To: ${replyTo}`,
    `Message-ID: <${tag}@mail.example>`,
    `Date: ${new Date().toUTCString()}`,
    'Subject: Re: Thu moi',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Dạ em sẽ tham dự ạ',
    '',
  ].join('\r\n');
}
