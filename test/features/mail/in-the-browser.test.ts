import { expect } from 'chai';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { enqueueMail } from '../../../server/features/mail/enqueue-mail.ts';
import { tellMail } from '../../../server/features/mail/tell-mail.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openContext } from '../../support/browser.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeMembership, makeUser } from '../../support/factories.ts';

const composed = [
  'From: to.chuc@example.org',
  'To: khach@example.org',
  'Subject: Ready',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>You are invited.</p>',
].join('\r\n');

describe('the page of a mail', function () {
  this.timeout(120_000);
  useDatabase();
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it('shows the letter by itself as soon as it is composed', async () => {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'owner');
    const mail = { name: 'Khách', address: 'khach@example.org' };
    const { _id } = await OutboxMails.create({
      _id: 'guest:invitation:1',
      event: event._id,
      kind: 'letters.invitation',
      purpose: 'campaign',
      locale: 'vi',
      to: mail,
      from: mail,
      domain: 'example.org',
      lane: 'example.org',
      messageId: '<1@example.org>',
      state: 'queued',
      held: true,
      due: null,
      queuedAt: new Date(),
    });
    const context = await openContext();
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const page = await context.newPage();
    await page.goto(app.url + paths.mail(event, _id));
    expect(await page.locator('iframe').count()).to.equal(0);

    await OutboxMails.updateOne({ _id }, { raw: Buffer.from(composed), subject: 'Ready', state: 'sent' });
    tellMail(event._id);

    await page.getByRole('heading', { name: 'Ready' }).waitFor();
    await page.frameLocator('iframe.mail-frame').getByText('You are invited.').waitFor();
    await context.close();
  });

  it('lists mails by itself as they are ordered and as they leave, those of an event and those of the office', async () => {
    const [event, user] = [await makeEvent(), await makeUser({ role: 'administrator' })];
    const to = { name: '', address: 'moi.den@example.org' };
    const order = { kind: 'nobody.writes-it', locale: 'vi', to, from: to } as const;
    const due = new Date(Date.now() + 86_400_000);
    const places = [
      { path: paths.mailbox(event), event: event._id },
      { path: paths.officeMailbox, event: null },
    ];
    const context = await openContext();
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    for (const { path, event } of places) {
      const page = await context.newPage();
      await page.goto(app.url + path);
      await page.getByText('Chưa có thư nào').waitFor();
      const id = `new:${String(event)}`;
      await enqueueMail({ ...order, id, event, due });
      await page.getByRole('cell', { name: 'Chờ gửi' }).waitFor();
      await OutboxMails.updateOne({ _id: id }, { $set: { state: 'sent', sentAt: new Date() } });
      tellMail(event);
      await page.getByRole('cell', { name: 'Đã gửi' }).waitFor();
      await page.close();
    }
    await context.close();
  });
});
