import { expect } from 'chai';
import { Types } from 'mongoose';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { WarmUps } from '../../../models/warm-up.ts';
import { bounceAddress } from '../../../server/features/mail/bounce-address.ts';
import { cancelWave } from '../../../server/features/mail/cancel-wave.ts';
import { leanBytes } from '../../../server/platform/database/lean-bytes.ts';
import { deliverDue } from '../../../server/features/mail/deliver-due.ts';
import { enqueueMail, type MailOrder } from '../../../server/features/mail/enqueue-mail.ts';
import { handleBounce } from '../../../server/features/mail/handle-bounce.ts';
import { holdWave } from '../../../server/features/mail/hold-wave.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { releaseWave } from '../../../server/features/mail/release-wave.ts';
import { resendMail } from '../../../server/features/mail/resend-mail.ts';
import { startDelivery } from '../../../server/features/mail/start-delivery.ts';
import { createTransport, mailboxTransport } from '../../../server/features/mail/transport.ts';
import { warmUpNow } from '../../../server/features/mail/warm-up.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { createLog } from '../../../server/platform/log.ts';
import { takeApart } from '../../../server/platform/mail-parser/take-apart.ts';
import type { Access } from '../../../server/features/access/access.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs } from '../../support/factories.ts';
import { testOffice } from '../../support/post-office.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { until } from '../../support/until.ts';
import { deliveryReport } from './report-mail.ts';

const start = new Date('2026-11-23T03:00:00Z').getTime();
const minute = 60_000;
const day = 24 * 60 * minute;
const office = testOffice({ returnPath: 'bounces@example.org' });
const log = createLog({ level: 'silent' });

describe('the patience with a mail', () => {
  useDatabase();
  let access: Access;
  let smtp: TestSmtp;
  let wave: Types.ObjectId;
  let written = 0;

  beforeEach(async () => {
    await emptyDatabase();
    smtp = await startSmtp();
    access = await accessAs('editor');
    wave = new Types.ObjectId();
    written = 0;
    at(0);
  });
  afterEach(async () => {
    setClock(null);
    await smtp.close();
  });

  it('begins with the first refusal, however long it had waited for its turn', async () => {
    await enqueueMail(order());
    at(5 * day);
    smtp.endings.push({ responseCode: 451 });
    await deliver();

    expect(await row()).to.deep.include({ state: 'retry', attempts: 1 });
  });

  it('begins anew when a paused wave goes on, and ends after two days', async () => {
    await enqueueMail(order());
    smtp.endings.push(...Array.from({ length: 3 }, () => ({ responseCode: 451 })));
    await deliver();
    await holdWave(wave);
    at(4 * day);
    await releaseWave(wave);
    await deliver();
    const released = await row();
    at(6 * day + minute);
    await deliver();

    expect(released).to.deep.include({ state: 'retry', attempts: 2 });
    expect(await row()).to.deep.include({ state: 'failed', attempts: 3 });
  });

  it('believes a report for a fortnight from when it left', async () => {
    await enqueueMail(order());
    at(12 * day);
    await deliver();
    at(20 * day);

    expect(await report()).to.equal('applied');
    expect((await row()).state).to.equal('bounced');
  });

  it('sends what may have arrived as it was, whatever happened to it since', async () => {
    await enqueueMail(order());
    smtp.endings.push('cut', { responseCode: 554 });
    await deliver();
    at(20 * minute);
    await deliver();
    const failed = await row();
    await resendMail(access, 'a');
    await deliver();

    expect(failed).to.deep.include({ state: 'failed', unknowns: 1 });
    expect(smtp.received).to.have.length(2);
    expect(smtp.received[0]?.raw.equals(smtp.received[1]?.raw ?? Buffer.alloc(0))).to.equal(true);
  });

  it('writes anew what was reported as not delivered, though it was uncertain for a while', async () => {
    await enqueueMail(order());
    smtp.endings.push('cut');
    await deliver();
    await report();
    await resendMail(access, 'a');
    await deliver();

    expect(leanBytes((await row()).raw ?? Buffer.alloc(0)).toString()).to.include('Subject: Letter 2');
  });

  it('does not say of a mail that may have arrived that it was taken back', async () => {
    await enqueueMail(order(), { ...order(), id: 'b' });
    smtp.endings.push('cut', ...Array.from({ length: 3 }, () => ({ responseCode: 451 })));
    await deliver();
    at(20 * minute);
    await deliver();
    await cancelWave(wave);
    const rows = await OutboxMails.find({}, { state: 1, unknowns: 1, due: 1 }).lean<OutboxMail[]>();

    expect(rows.map(({ state, unknowns, due }) => ({ state, unknowns, due }))).to.have.deep.members([
      { state: 'unknown', unknowns: 1, due: null },
      { state: 'cancelled', unknowns: 0, due: null },
    ]);
  });

  it('counts a mail as sent to strangers only where it leaves the house', async () => {
    setClock(null);
    await enqueueMail(order());
    await runUntilSent(mailboxTransport());
    const inMailbox = await warmUpNow();
    await enqueueMail({ ...order(), id: 'b' });
    await runUntilSent(createTransport(smtp.url));
    await until(async () => ((await WarmUps.findOne().lean())?.used ?? 0) > 0);

    expect(inMailbox.used).to.equal(0);
    expect((await warmUpNow()).used).to.equal(1);
  });

  async function runUntilSent(transport: ReturnType<typeof createTransport>): Promise<void> {
    const running = startDelivery({ transport, writers: { letter }, office, log });
    running.nudge();
    await until(async () => (await OutboxMails.countDocuments({ state: { $ne: 'sent' } })) === 0);
    await running.stop();
  }

  async function deliver(): Promise<void> {
    const transport = createTransport(smtp.url);
    const { signal } = new AbortController();
    const delivery = { transport, writers: { letter }, office, press: pressMail, signal };
    await deliverDue(delivery, log).finally(() => transport.close());
  }

  function letter() {
    written += 1;
    return Promise.resolve({ subject: `Letter ${written}`, html: '<p>Letter</p>', text: 'Letter' });
  }

  async function report(): Promise<string> {
    return handleBounce(
      await takeApart(deliveryReport({ status: '5.4.4', diagnostic: 'Host not found' })),
      bounceAddress(office, 'a') ?? '',
      office,
    );
  }

  function order(): MailOrder {
    return {
      id: 'a',
      wave,
      kind: 'letter',
      purpose: 'campaign',
      locale: 'vi',
      event: access.event._id,
      to: { name: '', address: 'thanh@example.org' },
      from: { name: '', address: 'rsvp@example.org' },
    };
  }
});

function at(milliseconds: number): void {
  setClock(new Date(start + milliseconds));
}

async function row(): Promise<OutboxMail> {
  return OutboxMails.findById('a').orFail().lean<OutboxMail>();
}
