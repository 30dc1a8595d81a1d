import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Types } from 'mongoose';
import { MailLanes } from '../../../models/mail-lane.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { claimMail, LeaseLost, noteStage, recordOutcome } from '../../../server/features/mail/claim-mail.ts';
import { deliverDue } from '../../../server/features/mail/deliver-due.ts';
import type { Delivery } from '../../../server/features/mail/deliver-mail.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { releaseStuck } from '../../../server/features/mail/release-stuck.ts';
import { startDelivery } from '../../../server/features/mail/start-delivery.ts';
import { createTransport } from '../../../server/features/mail/transport.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { leanBytes } from '../../../server/platform/database/lean-bytes.ts';
import { createLog } from '../../../server/platform/log.ts';
import { emptyDatabase, sharedEngine, useDatabase } from '../../support/database.ts';
import { testOffice } from '../../support/post-office.ts';
import { until } from '../../support/until.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';

const start = new Date('2026-11-23T03:00:00Z');
const minute = 60_000;
const log = createLog({ level: 'silent' });
const order: MailOrder = {
  id: 'guest-1:invitation:1',
  kind: 'invitation',
  locale: 'vi',
  event: new Types.ObjectId(),
  to: { name: 'Nguyễn Văn Thành', address: 'thanh@example.org' },
  from: { name: 'Ban tổ chức', address: 'rsvp@example.org' },
};

describe('delivering mail', () => {
  useDatabase([MailLanes, OutboxMails]);
  let smtp: TestSmtp;
  let written = 0;

  beforeEach(async () => {
    await emptyDatabase();
    smtp = await startSmtp();
    written = 0;
    at(0);
  });
  afterEach(async () => {
    setClock(null);
    await smtp.close();
  });

  it('sends what is due and keeps the bytes that were sent', async () => {
    await enqueueMail(order);
    await deliver();
    const mail = await row();

    expect(mail).to.deep.include({ state: 'sent', via: 'smtp', attempts: 1, lastError: null, due: null });
    expect(mail.subject).to.equal('Kính mời 1');
    expect(smtp.received.map(({ from, to }) => ({ from, to }))).to.deep.equal([
      { from: 'rsvp@example.org', to: ['thanh@example.org'] },
    ]);
    expect(smtp.received[0]?.raw.equals(leanBytes(mail.raw ?? Buffer.alloc(0)))).to.equal(true);
  });

  it('repeats an order without a second mail', async () => {
    await Promise.all([enqueueMail(order), enqueueMail(order), enqueueMail({ ...order, locale: 'ru' })]);
    await deliver();
    await enqueueMail(order);
    await deliver();

    expect(smtp.received).to.have.length(1);
    expect((await row()).state).to.equal('sent');
  });

  it('tries again after a 451 with identical bytes, though time has passed', async () => {
    smtp.endings.push({ responseCode: 451 });
    await enqueueMail(order);
    await deliver();
    const refused = await row();
    at(2);
    await deliver();

    expect(refused).to.deep.include({ state: 'retry', stage: 'data-sent' });
    expect(refused.lastError?.code).to.equal('451');
    expect(await row()).to.deep.include({ state: 'sent', attempts: 2, lastError: null });
    expect(smtp.received[0]?.raw.equals(leanBytes(refused.raw ?? Buffer.alloc(0)))).to.equal(true);
    expect(written).to.equal(1);
  });

  it('gives up after a 550 and says why', async () => {
    smtp.refused.set(order.to.address, 550);
    await enqueueMail(order);
    await deliver();
    at(60 * 24);
    await deliver();
    const mail = await row();

    expect(mail).to.deep.include({ state: 'failed', stage: 'envelope', attempts: 1, due: null });
    expect(mail.lastError?.code).to.equal('550');
    expect(mail.log.map(({ state, code }) => [state, code])).to.deep.equal([['failed', '550']]);
  });

  it('does not know when the line is cut after the last dot, and sends once more the same', async () => {
    smtp.endings.push('cut', 'cut');
    await enqueueMail(order);
    await deliver();
    const uncertain = await row();
    at(14);
    await deliver();
    const [early] = smtp.received.splice(0);
    at(17);
    await deliver();
    const [again] = smtp.received.splice(0);
    at(60 * 24);
    await deliver();

    expect(uncertain).to.deep.include({ state: 'unknown', stage: 'data-sent', unknowns: 1 });
    expect(again?.raw.equals(early?.raw ?? Buffer.alloc(0))).to.equal(true);
    expect(again?.raw.toString()).to.include(`Message-ID: ${uncertain.messageId}`);
    expect(await row()).to.deep.include({ state: 'unknown', unknowns: 2, attempts: 2, due: null });
    expect(smtp.received).to.have.length(0);
  });

  it('waits when the server is away, and loses nothing', async () => {
    await smtp.close();
    await enqueueMail(order);
    await deliver();

    expect(await row()).to.deep.include({ state: 'retry', stage: 'connecting' });
  });

  it('hangs up when it is told to stop, and remembers that the mail may have arrived', async () => {
    smtp.endings.push('hold');
    await enqueueMail(order);
    const stop = new AbortController();
    const delivering = deliver({ signal: stop.signal });
    await until(async () => (await row()).stage === 'data-sent' && smtp.endings.length === 0, 30_000);
    stop.abort();
    await delivering;

    expect(await row()).to.deep.include({ state: 'unknown', stage: 'data-sent' });
  });

  it('remembers a mail that was sent while the database was away', async () => {
    await enqueueMail(order);
    const engine = await sharedEngine();
    const smtpTransport = createTransport(smtp.url);
    await deliver({
      transport: {
        ...smtpTransport,
        async send(letter, watch) {
          const result = await smtpTransport.send(letter, watch);
          process.kill(engine.pid() ?? 0, 'SIGKILL');
          return result;
        },
      },
    });

    expect(await row()).to.deep.include({ state: 'sent', attempts: 1 });
    expect(smtp.received).to.have.length(1);
  });

  it('works by itself once started: delivers what comes, ends what it has begun', async () => {
    const running = startDelivery({
      transport: createTransport(smtp.url),
      writers: { invitation },
      office: testOffice(),
      log,
    });
    await enqueueMail(...['a', 'b', 'c'].map((id) => ({ ...order, id })));
    running.nudge();
    while (smtp.received.length === 0) await pause(10);
    await running.stop();
    const counts = await Promise.all(
      (['sending', 'sent'] as const).map((state) => OutboxMails.countDocuments({ state })),
    );

    expect(counts).to.deep.equal([0, smtp.received.length]);
  });

  it('takes over from a worker that disappeared', async () => {
    await enqueueMail(order);
    await claimMail();
    at(2);
    await releaseStuck();
    const released = await row();
    at(20);
    await deliver();

    expect(released).to.deep.include({ state: 'retry', interruptions: 1, token: null });
    expect(await row()).to.deep.include({ state: 'sent', attempts: 2 });
    expect(smtp.received).to.have.length(1);
  });

  it('holds a mail whose worker disappeared while it was leaving to be uncertain', async () => {
    await enqueueMail(order);
    const claimed = await claimMail();
    if (claimed) await noteStage(claimed, 'data-sent');
    at(2);
    await releaseStuck();

    expect(await row()).to.deep.include({ state: 'unknown', stage: 'data-sent', unknowns: 1 });
  });

  it('lets a worker that lost its mail write nothing and send nothing', async () => {
    await enqueueMail(order);
    const claimed = await claimMail();
    at(2);
    await releaseStuck();
    const late =
      claimed &&
      (await recordOutcome(claimed, { state: 'sent', stage: null }).catch((error: unknown) => error));

    expect(late).to.be.instanceOf(LeaseLost);
    expect((await row()).state).to.equal('retry');

    at(10);
    await deliver({
      writers: {
        invitation: async () => {
          await OutboxMails.updateOne({ _id: order.id }, { $set: { token: 'somebody else' } });
          return content();
        },
      },
    });
    expect(smtp.received).to.have.length(0);
  });

  it('never sends a mail twice, however many workers there are', async () => {
    await enqueueMail(...Array.from({ length: 60 }, (_, n) => ({ ...order, id: `guest-${n}:invitation:1` })));
    await Promise.all(Array.from({ length: 6 }, () => deliver()));
    const ids = smtp.received.map(({ raw }) => /Message-ID: (\S+)/.exec(raw.toString())?.[1]);

    expect(ids).to.have.length(60);
    expect(new Set(ids).size).to.equal(60);
    expect(await OutboxMails.countDocuments({ state: 'sent' })).to.equal(60);
  });

  it('sends what somebody is waiting for before a campaign', async () => {
    await enqueueMail(order, { ...order, id: 'user-1:reset:1', urgent: true });
    await deliver();

    expect((await row('user-1:reset:1')).subject).to.equal('Kính mời 1');
    expect((await row()).subject).to.equal('Kính mời 2');
  });

  it('drops a mail that its writer no longer needs', async () => {
    await enqueueMail(order);
    await deliver({ writers: { invitation: () => Promise.resolve(null) } });

    expect(await row()).to.deep.include({ state: 'cancelled', due: null });
    expect(smtp.received).to.have.length(0);
  });

  it('goes on with other mails when one cannot be written', async () => {
    await enqueueMail({ ...order, id: 'a', kind: 'unheard-of' }, order);
    await deliver();

    expect(await row('a')).to.deep.include({
      state: 'retry',
      lastError: { code: 'not-written', text: 'Nobody writes mails of the kind unheard-of' },
    });
    expect((await row()).state).to.equal('sent');
  });

  function deliver(part: Partial<Delivery> = {}): Promise<void> {
    const transport = part.transport ?? createTransport(smtp.url);
    const delivery = {
      writers: { invitation },
      office: testOffice(),
      press: pressMail,
      signal: new AbortController().signal,
      ...part,
      transport,
    };
    return deliverDue(delivery, log).finally(() => transport.close());
  }

  function invitation() {
    return Promise.resolve(content());
  }

  function content() {
    written += 1;
    return { subject: `Kính mời ${written}`, html: '<p>Kính mời</p>', text: `Kính mời\n.\n${written}` };
  }
});

function at(minutes: number): void {
  setClock(new Date(start.getTime() + minutes * minute));
}

async function row(id = order.id): Promise<OutboxMail> {
  return OutboxMails.findById(id).orFail().lean<OutboxMail>();
}
