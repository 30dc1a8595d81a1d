import { expect } from 'chai';
import { type OutboxMail, OutboxMails } from '../../../models/outbox-mail.ts';
import { sendWaveNow } from '../../../server/features/letters/send-wave-now.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyDatabase, useDatabase } from '../../support/database.ts';
import { accessAs, makeEvent, makeGuest } from '../../support/factories.ts';
import { expectHarmless, injections as payloads } from '../../support/injections.ts';
import { until } from '../../support/until.ts';

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
  for (const mail of await OutboxMails.find().lean<OutboxMail[]>()) {
    const lines = await expectHarmless(mail);
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).to.have.length(1);
  }
}
