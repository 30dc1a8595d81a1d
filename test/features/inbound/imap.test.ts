import { expect } from 'chai';
import MailComposer from 'nodemailer/lib/mail-composer';
import { setTimeout as pause } from 'node:timers/promises';
import { InboundMails } from '../../../models/inbound-mail.ts';
import { type InboundMailbox, InboundMailboxes } from '../../../models/inbound-mailbox.ts';
import { tally } from '../../../server/features/guests/tally.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type Cuttable, cuttable } from '../../support/cuttable.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { startDovecot, type TestDovecot, withoutDovecot } from '../../support/dovecot.ts';
import { until } from '../../support/until.ts';
import { type Invited, makeInvited } from '../replies/invited.ts';

/** Ten seconds are what we promise; in the gate a machine may be busy with other things. */
const promised = process.env['ROSTRUM_FAULTS'] === 'full' ? 10 : 60;
const missing = withoutDovecot();

(missing ? describe.skip : describe)(`a mailbox at a real Dovecot${missing && `: ${missing}`}`, () => {
  useDatabase();
  let dovecot: TestDovecot;
  let way: Cuttable;
  let app: TestApp;

  const open = (query: string): Promise<TestApp> =>
    startTestApp({
      INBOUND_ADDRESS: 'Ban tổ chức <rsvp@events.example.org>',
      IMAP_URL: `imap://rsvp:secret@127.0.0.1:${way.port}/INBOX${query}`,
    });

  before(async function start() {
    await emptyDatabase();
    dovecot = await startDovecot();
    way = await cuttable(dovecot.port);
    app = await open('?processed=Processed');
  });
  after(async () => {
    await app?.close();
    await way?.close();
    await dovecot?.stop();
  });

  it(`brings an answer into the tally within ${promised} seconds, and is tidied up after it`, async function counted() {
    this.timeout(90_000);
    const invited = await makeInvited();

    await dovecot.put(await answer(invited, 'Dạ em sẽ tham dự ạ'));

    await until(async () => (await tally(invited.event)).attending === 1, promised * 1_000);
    await until(async () => (await dovecot.count('Processed')) === 1);
    expect(await dovecot.count('INBOX')).to.equal(0);
  });

  it('loses nothing while its connection is cut again and again', async function cut() {
    this.timeout(90_000);
    // From here on mails stay in the inbox: what is told apart is not told apart by their place.
    await app.close();
    app = await open('');
    const everybody = await Promise.all(Array.from({ length: 12 }, () => makeInvited()));
    for (const [at, invited] of everybody.entries()) {
      await dovecot.put(await answer(invited, 'Không đi được'));
      if (at % 3 === 0) way.cut();
      await pause(50);
    }

    const senders = everybody.map(({ guest }) => guest.email);
    const handled = { sender: { $in: senders }, state: 'handled' as const };
    await until(async () => (await InboundMails.countDocuments(handled)) === everybody.length, 60_000);
    expect(await InboundMails.countDocuments({ sender: { $in: senders } })).to.equal(everybody.length);
  });

  it('is read again when it is numbered anew, and every answer counts once', async function numbered() {
    this.timeout(90_000);
    const [early, late] = [await makeInvited(), await makeInvited()];
    const place = await until(async () => InboundMailboxes.findOne().lean<InboundMailbox>());
    await dovecot.put(await answer(early, 'Có'));
    await until(async () => InboundMails.exists({ sender: early.guest.email, state: 'handled' }), 60_000);
    const taken = await InboundMails.countDocuments();

    way.cut();
    await dovecot.numberAnew();
    await dovecot.put(await answer(late, 'Có'));

    await until(async () => InboundMails.exists({ sender: late.guest.email, state: 'handled' }), 60_000);
    expect(await dovecot.count('INBOX')).to.be.at.least(14);
    expect(await InboundMails.countDocuments()).to.equal(taken + 1);
    expect((await InboundMailboxes.findOne().lean<InboundMailbox>())?.uidValidity).not.to.equal(
      place.uidValidity,
    );
  });
});

async function answer({ guest, replyTo }: Invited, text: string): Promise<Buffer> {
  return new MailComposer({ from: `Khách <${guest.email}>`, to: replyTo, subject: 'Re: Thư mời', text })
    .compile()
    .build();
}
