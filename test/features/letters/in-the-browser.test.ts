import { expect } from 'chai';
import { Guests } from '../../../models/guest.ts';
import { OutboxMails } from '../../../models/outbox-mail.ts';
import { Waves } from '../../../models/wave.ts';
import { paths } from '../../../server/paths.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { axeViolations } from '../../support/axe.ts';
import { listenToComplaints, openContext, openPage } from '../../support/browser.ts';
import { cookiesOf } from '../../support/cookies.ts';
import { useDatabase } from '../../support/database.ts';
import { makeEvent, makeGuest, makeMembership, makeUser } from '../../support/factories.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { until } from '../../support/until.ts';

describe('from the text of a letter to the wave that has gone out', function journey() {
  this.timeout(240_000);
  useDatabase();
  let smtp: TestSmtp;
  let app: TestApp;
  before(async () => {
    smtp = await startSmtp();
    app = await startTestApp({ SMTP_URL: smtp.url, MAIL_PACE: '0' });
  });
  after(async () => {
    await app.close();
    await smtp.close();
  });
  afterEach(() => expect(app.takeErrors()).to.deep.equal([]));

  it('leads an organiser by preview, exceptions and a typed number to figures that move by themselves', async () => {
    const [event, user] = [await makeEvent({ endsAt: '11:30' }), await makeUser()];
    await makeMembership(user, event, 'editor');
    for (let n = 0; n < 24; n += 1)
      await makeGuest({
        event: event._id,
        name: { vi: `Lê Văn Bình ${n}` },
        email: n < 3 ? '' : `k${n}@example.org`,
      });
    const context = await openContext({ width: 1280 });
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const page = await openPage({ context });
    const complaints = listenToComplaints(page);

    await page.goto(app.url + paths.letter(event, 'invitation'));
    await page.locator('details[open] textarea').fill('{salutation}\n\nXin mời dự hội nghị.');
    await page.locator('[data-letter] p', { hasText: 'Xin mời dự hội nghị.' }).waitFor();
    await page.locator('input[type=search]').fill('binh 7');
    await page.locator('[data-letter]', { hasText: 'Lê Văn Bình 7' }).waitFor();
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByText('Đã lưu.').waitFor();

    await page.goto(app.url + paths.newWave(event));
    await page.getByRole('heading', { name: '21 người sẽ nhận thư' }).waitFor();
    await page.getByRole('link', { name: '3 người chưa có thư điện tử' }).click();
    expect(await page.locator('.list-row').count()).to.equal(3);
    await page.goBack();
    const send = page.getByRole('button', { name: 'Gửi 21 thư' });
    expect(await send.isDisabled(), 'before the number is typed').to.equal(true);
    await page.locator('[data-confirm]').fill('21');
    await send.click();
    await page.waitForURL((url) => /\/waves\/[0-9a-f]{24}$/.test(url.pathname));
    // Nobody reloads: the page follows what happens.
    await page.locator('.wave-state', { hasText: 'Đã gửi xong' }).waitFor({ timeout: 90_000 });
    await page.locator('.stat', { hasText: 'Đã gửi đi' }).getByText('21').waitFor();
    expect(smtp.received).to.have.length(21);
    expect(smtp.received[0]?.raw.toString()).to.include('@example.org');
    expect(await axeViolations(page)).to.deep.equal([]);

    await page.goto(`${app.url}${paths.newWave(event)}?kind=invitation&who=no-email&channel=phone`);
    await page.getByRole('button', { name: 'Ghi nhận 3 người' }).click();
    await page.waitForURL((url) => /\/waves\/[0-9a-f]{24}$/.test(url.pathname));
    await until(
      async () => (await Guests.countDocuments({ event: event._id, standing: 'no-answer' })) === 24,
    );
    const wave = await Waves.findOne({ event: event._id, channel: 'phone' }).orFail().lean();
    const table = await app.as(user).get(paths.waveSheetCsv(event, wave));
    expect(table.text.split('\r\n').filter(Boolean)).to.have.length(4);
    expect(table.text).to.include('/i/g_').and.include('Lê Văn Bình 0');
    expect(await OutboxMails.countDocuments({ event: event._id })).to.equal(21);
    expect(complaints.take()).to.deep.equal([]);
    await context.close();
  });

  it('shows a text that was typed before the script had come', async () => {
    const [event, user] = [await makeEvent(), await makeUser()];
    await makeMembership(user, event, 'editor');
    const context = await openContext();
    await context.addCookies(cookiesOf(await app.as(user).cookieHeader(), app.url));
    const page = await openPage({ context });
    let letThrough = (): void => undefined;
    const typed = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route(/letter-editor/, async (route) => {
      await typed;
      await route.continue();
    });

    await page.goto(app.url + paths.letter(event, 'invitation'), { waitUntil: 'commit' });
    await page.locator('details[open] textarea').fill('Trân trọng kính mời.');
    letThrough();
    await page.locator('[data-letter] p', { hasText: 'Trân trọng kính mời.' }).waitFor();
    await context.close();
  });
});
