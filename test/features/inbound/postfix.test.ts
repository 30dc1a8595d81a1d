import { expect } from 'chai';
import { createTransport } from 'nodemailer';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { startPostfix, type TestPostfix, withoutPostfix } from '../../support/postfix.ts';
import { until } from '../../support/until.ts';
import { type Invited, makeInvited, reload } from '../replies/invited.ts';

/** Ten seconds are what we promise; in the gate a machine may be busy with other things. */
const promised = process.env['ROSTRUM_FAULTS'] === 'full' ? 10 : 60;
const missing = withoutPostfix();

(missing ? describe.skip : describe)(`behind a real Postfix${missing && `: ${missing}`}`, () => {
  useDatabase();
  let app: TestApp;
  let postfix: TestPostfix;
  let door: number;

  const open = (): Promise<TestApp> =>
    startTestApp({
      INBOUND_ADDRESS: 'Ban tổ chức <rsvp@events.example.org>',
      LMTP_LISTEN: `127.0.0.1:${door}`,
    });

  before(async function start() {
    await emptyDatabase();
    door = await freePort();
    app = await open();
    postfix = await startPostfix('events.example.org', door);
  });
  after(async () => {
    await postfix?.stop();
    await app?.close();
  });

  it(`an answer sent with a mail program is in the tally within ${promised} seconds`, async function counted() {
    this.timeout(90_000);
    const invited = await makeInvited();

    await send(invited, 'Tôi sẽ tham dự');

    await until(async () => (await tally(invited.event)).attending === 1, promised * 1_000);
    expect((await reload(invited)).answer).to.include({ kind: 'attending', channel: 'mail' });
  });

  it('an answer to nobody is refused while it is handed over', async () => {
    const before = await InboundMails.countDocuments();
    const invited = await makeInvited();
    await send({ ...invited, replyTo: `rsvp+${'0'.repeat(32)}@events.example.org` }, 'Có');
    await send(invited, 'Có');

    await until(async () => (await reload(invited)).answer);
    expect(await InboundMails.countDocuments()).to.equal(before + 1);
  });

  it('an answer waits at Postfix while we are away', async () => {
    const invited = await makeInvited();
    await app.close();
    await send(invited, 'Không đi được');

    app = await open();
    const answered = await until(async () => {
      postfix.flush();
      return (await reload(invited)).answer;
    }, 40_000);
    expect(answered.kind).to.equal('declined');
  });

  async function send({ guest, replyTo }: Invited, text: string): Promise<void> {
    const transport = createTransport({
      host: '127.0.0.1',
      port: postfix.port,
      secure: false,
      ignoreTLS: true,
    });
    await transport.sendMail({ from: `Khách <${guest.email}>`, to: replyTo, subject: 'Re: Thư mời', text });
    transport.close();
  }
});
