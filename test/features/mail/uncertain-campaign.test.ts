import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { deliverDue } from '../../../server/features/mail/deliver-due.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { pressMail } from '../../../server/features/mail/press.ts';
import { createTransport } from '../../../server/features/mail/transport.ts';
import { setClock } from '../../../server/platform/clock.ts';
import { createLog } from '../../../server/platform/log.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest } from '../../support/factories.ts';
import { testOffice } from '../../support/post-office.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';

const start = new Date('2026-11-23T03:00:00Z').getTime();
const minute = 60_000;

describe('a campaign mail that may have arrived', () => {
  useDatabase();
  let smtp: TestSmtp;

  beforeEach(async () => {
    await emptyDatabase();
    smtp = await startSmtp();
    setClock(new Date(start));
  });
  afterEach(async () => {
    setClock(null);
    await smtp.close();
  });

  for (const { answers, asks } of [
    { answers: true, asks: true },
    { answers: false, asks: true },
    { answers: true, asks: false },
  ]) {
    const isSettled = answers && asks;
    it(`is ${isSettled ? 'not ' : ''}sent a second time when it ${asks ? 'asks' : 'does not ask'} for an answer and there is ${answers ? 'one' : 'none'}`, async () => {
      const event = await makeEvent();
      const guest = await makeGuest({ event: event._id });
      await enqueueMail({
        id: 'a',
        kind: 'invitation',
        purpose: 'campaign',
        settledByAnswer: asks,
        locale: 'vi',
        event: event._id,
        guest: guest._id,
        to: { name: '', address: 'thanh@example.org' },
        from: { name: '', address: 'rsvp@example.org' },
      });
      smtp.endings.push('cut');
      await deliver(smtp);
      setClock(new Date(start + 5 * minute));
      // The bare driver: only the moment matters here.
      if (answers)
        await Guests.collection.updateOne(
          { _id: guest._id },
          { $set: { answer: { at: new Date(start + minute) } } },
        );
      setClock(new Date(start + 17 * minute));
      await deliver(smtp);

      expect(await OutboxMails.findById('a').lean<OutboxMail>()).to.deep.include({
        state: 'sent',
        unknowns: 1,
      });
      expect(smtp.received).to.have.length(isSettled ? 1 : 2);
    });
  }
});

async function deliver(smtp: TestSmtp): Promise<void> {
  const transport = createTransport(smtp.url);
  const text = { subject: 'Kính mời', html: '<p>Kính mời</p>', text: 'Kính mời' };
  const writers = { invitation: () => Promise.resolve(text) };
  const { signal } = new AbortController();
  const delivery = { transport, writers, office: testOffice(), press: pressMail, signal };
  await deliverDue(delivery, createLog({ level: 'silent' })).finally(() => transport.close());
}
